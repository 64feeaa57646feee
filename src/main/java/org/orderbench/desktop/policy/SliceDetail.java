package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.Agreement;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.EarnRule;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.TryOut;

/** One slice: its level, its evidence, and what the next level would have done. */
final class SliceDetail extends VBox {

    private final PolicyDialogs dialogs;
    private final Texts texts;
    private final Formats formats;
    private final Words words;

    SliceDetail(PolicyDialogs dialogs, Texts texts, Formats formats, Words words) {
        this.dialogs = dialogs;
        this.texts = texts;
        this.formats = formats;
        this.words = words;
        getStyleClass().add("slice-detail");
    }

    void show(SliceReport report, PolicyOverview overview) {
        getChildren().setAll(head(report, overview), level(report), evidence(report, overview), next(report, overview));
    }

    private Node head(SliceReport report, PolicyOverview overview) {
        Label name = new Label(report.slice().name());
        name.getStyleClass().add("sku-name");
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap);
        head.getStyleClass().add("slice-title");
        boolean last = report.place() == overview.slices().size();
        if (!last) {
            head.getChildren().addAll(
                    icon("mdal-arrow_upward", "policy.slice.up", report.place() > 1, () -> dialogs.move(report, -1)),
                    icon("mdal-arrow_downward", "policy.slice.down", report.place() < overview.slices().size() - 1, () -> dialogs.move(report, 1)));
        }
        head.getChildren().add(icon("mdmz-tune", "policy.slice.edit", true, () -> dialogs.editSlice(report)));
        if (!last) {
            head.getChildren().add(icon("mdal-delete_outline", "policy.slice.remove", true, () -> dialogs.remove(report)));
        }
        Label rules = wrapped(words.rules(report.slice(), overview.choices()), "muted");
        Label facts = wrapped(
                texts.get("policy.slice.facts", report.openLines(), ceiling(report.slice().week(), overview.policy().limits().currency())), "muted");
        return new VBox(4, head, rules, facts);
    }

    private String ceiling(Ceiling ceiling, String currency) {
        String value = formats.roundMoney(ceiling.value(), currency);
        if (ceiling.units() != null) {
            value += texts.get("policy.ceiling.units", formats.quantity(ceiling.units()));
        }
        return ceiling.packs() == null ? value : value + texts.get("policy.ceiling.packs", formats.figure(ceiling.packs()));
    }

    private Button icon(String icon, String key, boolean can, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setId("slice-" + key.substring(key.lastIndexOf('.') + 1));
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setDisable(!can);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node level(SliceReport report) {
        AuthorityLevel level = report.slice().level();
        VBox box = section("policy.level");
        box.getChildren().addAll(new LevelLadder(level, words, true), wrapped(words.meaning(level), "muted"));
        FlowPane buttons = new FlowPane(8, 8);
        if (level != AuthorityLevel.OBSERVE) {
            Button lower = new Button(texts.get("policy.lower", words.level(level.below())));
            lower.setId("lower");
            lower.setOnAction(event -> dialogs.lower(report));
            buttons.getChildren().add(lower);
        }
        if (level != AuthorityLevel.AUTO_CONFIRM) {
            boolean offered = report.promotion() instanceof Promotion.Offer;
            Button raise = new Button(texts.get(offered ? "policy.accept" : "policy.raise", words.level(level.above())));
            if (offered) {
                raise.getStyleClass().add("accent");
            }
            raise.setId("raise");
            raise.setOnAction(event -> dialogs.raise(report));
            buttons.getChildren().add(raise);
        }
        box.getChildren().add(buttons);
        return box;
    }

    private Node evidence(SliceReport report, PolicyOverview overview) {
        Agreement found = report.agreement();
        EarnRule rule = overview.policy().earning();
        VBox box = section("policy.evidence", rule.window().toDays());
        if (found.considered() == 0) {
            box.getChildren().add(wrapped(texts.get("policy.evidence.none", found.rubberStamps()), "muted"));
            return box;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("evidence");
        double share = (double) found.unedited() / found.considered();
        IntervalBar bar = new IntervalBar(found.bounds(), share, rule.promoteFrom());
        bar.setAccessibleText(texts.get("policy.evidence.bounds", formats.percent(found.bounds().lower()), formats.percent(found.bounds().upper())));
        int row = 0;
        row(grid, row++, "considered", formats.count(found.considered()),
                texts.get("policy.evidence.considered.note", rule.minimumLines(), found.rubberStamps()), found.considered() >= rule.minimumLines());
        row(grid, row++, "unedited", formats.percent(share), texts.get(
                "policy.evidence.unedited.note", formats.percent(found.bounds().lower()), formats.percent(found.bounds().upper()), formats.percent(rule.promoteFrom())),
                found.bounds().lower() >= rule.promoteFrom());
        grid.add(bar, 1, row++, 2, 1);
        row(grid, row++, "edit", formats.percent(found.medianEdit()),
                texts.get("policy.evidence.edit.note", formats.percent(found.p90Edit()), formats.percent(rule.largestEdit())), found.p90Edit() <= rule.largestEdit());
        Double signal = report.tracking();
        row(grid, row++, "tracking", signal == null ? Formats.NONE : formats.rate(signal), texts.get(
                signal == null ? "policy.evidence.tracking.none" : "policy.evidence.tracking.note", formats.rate(rule.trackingLimit())),
                signal != null && Math.abs(signal) <= rule.trackingLimit());
        row(grid, row++, "forecasts", errors(report.errors()), forecasts(report.errors()), null);
        row(grid, row++, "stock", stock(found, overview.policy().limits().currency()), texts.get("policy.evidence.stock.note"), null);
        box.getChildren().add(grid);
        if (!found.rejections().isEmpty()) {
            StringBuilder reasons = new StringBuilder();
            Map<String, Integer> said = new TreeMap<>();
            found.rejections().forEach((reason, count) -> said.merge(texts.said(reason), count, Integer::sum));
            said.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue())
                    .forEach(entry -> reasons.append(reasons.isEmpty() ? "" : " · ").append(entry.getKey()).append(' ').append(formats.count(entry.getValue())));
            box.getChildren().add(wrapped(texts.get("policy.evidence.rejections", reasons), "muted"));
        }
        return box;
    }

    /** How far the slice's forecasts of the last weeks were off, in value. */
    private String errors(Tracking.@Nullable Score errors) {
        return errors == null || Double.isNaN(errors.bias())
                ? Formats.NONE
                : texts.get(errors.bias() >= 0 ? "policy.evidence.forecasts.high" : "policy.evidence.forecasts.low", formats.percent(Math.abs(errors.bias())));
    }

    private String forecasts(Tracking.@Nullable Score errors) {
        return errors == null || Double.isNaN(errors.rmsse())
                ? texts.get("policy.evidence.forecasts.none")
                : texts.get(
                        "policy.evidence.forecasts.note", errors.count(), formats.percent(errors.coverage()), formats.rate(errors.rmsse()), formats.rate(errors.mase()));
    }

    private String stock(Agreement found, String currency) {
        BigDecimal added = found.addedValue();
        BigDecimal removed = found.removedValue();
        return added == null || removed == null
                ? Formats.NONE
                : texts.get("policy.evidence.stock.value", formats.roundMoney(added, currency), formats.roundMoney(removed, currency));
    }

    /** @param holds null where nothing is asked of the figure */
    private void row(GridPane grid, int row, String key, String value, String note, @Nullable Boolean holds) {
        Label figure = new Label(value);
        figure.getStyleClass().add("evidence-value");
        figure.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(texts.get("policy.evidence." + key));
        name.setMinWidth(USE_PREF_SIZE);
        Label about = wrapped(note, "hint");
        if (holds != null) {
            FontIcon sign = new FontIcon(holds ? "mdal-check_circle" : "mdal-hourglass_empty");
            sign.getStyleClass().add(holds ? "check-passed" : "check-waits");
            name.setGraphic(sign);
        } else {
            Region noSign = new Region();
            noSign.getStyleClass().add("no-sign");
            name.setGraphic(noSign);
        }
        grid.addRow(row, name, figure, about);
    }

    private Node next(SliceReport report, PolicyOverview overview) {
        TryOut above = report.above();
        VBox box = section("policy.next");
        switch (report.promotion()) {
            case Promotion.Offer offer -> box.getChildren().add(sentence("mdmz-verified_user", "check-passed", texts.get("policy.offered", words.level(offer.to()))));
            case Promotion.NotYet not -> words.lacking(not, report, overview.policy().earning()).forEach(missing -> box.getChildren().add(sentence("mdal-hourglass_empty", "check-waits", missing)));
        }
        if (above != null) {
            box.getChildren().add(sentence("mdal-history", "muted-icon", texts.get(
                    "policy.above", words.level(report.slice().level().above()), words.rehearsed(above))));
            if (above.todaysFigures() > 0) {
                box.getChildren().add(wrapped(texts.get("policy.tryout.today", above.todaysFigures()), "hint"));
            }
        }
        return box;
    }

    private static HBox sentence(String icon, String style, String text) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        Label label = wrapped(text, "sentence");
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, sign, label);
        line.getStyleClass().add("sentence-line");
        return line;
    }

    private VBox section(String key, Object... values) {
        Label title = new Label(texts.get(key, values));
        title.getStyleClass().add("section");
        VBox box = new VBox(8, title);
        box.getStyleClass().add("policy-section");
        return box;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
