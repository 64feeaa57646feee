package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.CategoryBudget;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Limits;

/** The ceilings as fields. An empty field for units or packs is no limit; a value is always asked for. */
final class LimitsForm extends VBox {

    private static final List<String> SCOPES = List.of("line", "order", "vendor-day", "sku-day", "day");

    private final Texts texts;
    private final Fields fields;
    private final GridPane grid = new GridPane();
    private final GridPane others = new GridPane();
    private final TextArea budgets = new TextArea();
    private final Map<String, CeilingFields> ceilings = new LinkedHashMap<>();
    private final Map<String, TextField> single = new LinkedHashMap<>();

    LimitsForm(Texts texts, Locale locale) {
        this.texts = texts;
        this.fields = new Fields(locale);
        getStyleClass().add("limits-fields");
        grid.getStyleClass().add("limits-grid");
        others.getStyleClass().add("limits-grid");
        budgets.setPrefRowCount(2);
        budgets.setPromptText(texts.get("policy.budgets.prompt"));
        budgets.setAccessibleText(texts.get("policy.budgets"));
        Label budgetTitle = new Label(texts.get("policy.budgets"));
        budgetTitle.getStyleClass().add("section");
        Label deviation = new Label(texts.get("policy.deviations"));
        deviation.getStyleClass().add("section");
        getChildren().addAll(grid, deviation, others, budgetTitle, budgets);
    }

    void show(Limits limits) {
        grid.getChildren().clear();
        ceilings.clear();
        Label empty = new Label(texts.get("policy.limits.most"));
        empty.getStyleClass().add("section");
        grid.addRow(0, empty, head(limits.currency()), head(texts.get("policy.limits.units")), head(texts.get("policy.limits.packs")));
        List<Ceiling> all = List.of(limits.line(), limits.order(), limits.vendorDay(), limits.skuDay(), limits.day());
        for (int i = 0; i < SCOPES.size(); i++) {
            String name = texts.get("policy.limit." + SCOPES.get(i));
            CeilingFields row = new CeilingFields(fields, name, all.get(i), texts);
            ceilings.put(SCOPES.get(i), row);
            Label label = new Label(name);
            label.setMinWidth(USE_PREF_SIZE);
            grid.addRow(i + 1, label, row.value, row.units, row.packs);
        }
        others.getChildren().clear();
        single.clear();
        other("usual-order", limits.usualOrderTimes());
        other("price-rise", limits.priceRisePercent());
        other("confidence", BigDecimal.valueOf(limits.confidenceFloor()));
        other("data-age", BigDecimal.valueOf(limits.dataAge().toHours()));
        StringBuilder lines = new StringBuilder();
        limits.budgets().forEach(budget -> lines.append(budget.category()).append(" = ").append(budget.perWeek().toPlainString()).append('\n'));
        budgets.setText(lines.toString().strip());
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        return label;
    }

    private void other(String key, BigDecimal value) {
        String name = texts.get("policy.limit." + key);
        TextField field = fields.amount(name, value);
        single.put(key, field);
        others.addRow(single.size(), new Label(name), field, head(texts.get("policy.limit." + key + ".unit")));
    }

    /** @throws IllegalArgumentException saying which field cannot be read */
    Limits read(Limits before) {
        return new Limits(
                before.currency(), ceiling("line"), ceiling("order"), ceiling("vendor-day"), ceiling("sku-day"), ceiling("day"), budgets(),
                number("usual-order"), number("price-rise"), number("confidence").doubleValue(), Duration.ofMinutes(number("data-age").multiply(BigDecimal.valueOf(60)).longValue()));
    }

    private Ceiling ceiling(String scope) {
        CeilingFields row = ceilings.get(scope);
        if (row == null) {
            throw new IllegalStateException("No fields for " + scope);
        }
        return row.read();
    }

    private BigDecimal number(String key) {
        TextField field = single.get(key);
        String name = texts.get("policy.limit." + key);
        BigDecimal value = field == null ? null : fields.value(field, texts.get("policy.wrong", name));
        if (value == null) {
            throw new IllegalArgumentException(texts.get("policy.wrong", name));
        }
        return value;
    }

    private List<CategoryBudget> budgets() {
        List<CategoryBudget> all = new ArrayList<>();
        for (String line : budgets.getText().lines().filter(l -> !l.isBlank()).toList()) {
            int cut = line.lastIndexOf('=');
            try {
                all.add(new CategoryBudget(line.substring(0, Math.max(0, cut)).strip(), new BigDecimal(line.substring(cut + 1).strip())));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(texts.get("policy.budgets.wrong", line.strip()), e);
            }
        }
        return all;
    }

    /** One ceiling as three fields. */
    static final class CeilingFields {
        final TextField value;
        final TextField units;
        final TextField packs;
        private final Fields fields;
        private final String wrong;

        CeilingFields(Fields fields, String name, Ceiling ceiling, Texts texts) {
            this.fields = fields;
            this.wrong = texts.get("policy.wrong", name);
            value = fields.amount(texts.get("policy.limit.value", name), ceiling.value());
            units = fields.amount(texts.get("policy.limit.units", name), ceiling.units() == null ? null : ceiling.units().value());
            packs = fields.amount(texts.get("policy.limit.packs", name), ceiling.packs());
            units.setPromptText(texts.get("policy.limits.none"));
            packs.setPromptText(texts.get("policy.limits.none"));
        }

        Ceiling read() {
            BigDecimal money = fields.value(value, wrong);
            if (money == null) {
                throw new IllegalArgumentException(wrong);
            }
            @Nullable BigDecimal most = fields.value(units, wrong);
            return new Ceiling(money, most == null ? null : new Quantity(most), fields.value(packs, wrong));
        }
    }
}
