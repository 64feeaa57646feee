package org.orderbench.desktop.sku;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Vendor;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.PlannedOrder;
import org.orderbench.replenish.SkuFacts;

/** Who sells the SKU at which terms, the chosen vendor marked, and what was paid before. */
final class PricesPane {

    private final Texts texts;
    private final Formats formats;

    PricesPane(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** One vendor's row of the price list, per the product's own unit; {@code company} in the company's currency, null without a rate. */
    private record Terms(Vendor vendor, SupplierPrice price, BigDecimal perUnit, @Nullable BigDecimal company) {}

    /** Cheapest first; rows without a rate last. */
    Node vendors(SkuFacts facts, @Nullable PlannedOrder order) {
        List<Terms> rows = new ArrayList<>();
        for (SupplierPrice price : facts.prices()) {
            Vendor vendor = facts.vendors().get(price.vendorId());
            if (vendor != null && price.unit().convertsTo(facts.product().unit())) {
                BigDecimal perUnit = price.discountedPrice().divide(price.unit().convert(BigDecimal.ONE, facts.product().unit()), MathContext.DECIMAL64);
                BigDecimal rate = price.currency().equals(facts.company().currency()) ? BigDecimal.ONE : facts.rates().get(price.currency());
                rows.add(new Terms(vendor, price, perUnit, rate == null ? null : perUnit.multiply(rate)));
            }
        }
        rows.sort(Comparator.comparing(Terms::company, Comparator.nullsLast(Comparator.naturalOrder())));
        GridPane grid = grid(0);
        grid.addRow(0, head("sku.vendors.vendor", false), head("sku.vendors.price", true), head("sku.vendors.from", true), head("sku.vendors.lead", true));
        int at = 1;
        for (Terms row : rows) {
            boolean chosen = order != null && row.vendor().id() == order.vendorId();
            Label name = left(row.vendor().name());
            if (chosen) {
                name.setText(texts.get("sku.vendors.chosen", row.vendor().name()));
                name.getStyleClass().add("chosen");
            }
            grid.addRow(at++, name, right(formats.money(row.perUnit(), row.price().currency())),
                    right(formats.quantity(row.price().minimum()) + " " + row.price().unit().name()), right(texts.get("unit.days", row.price().delayDays())));
        }
        return grid;
    }

    Node history(List<PaidPrice> paid) {
        if (paid.isEmpty()) {
            Label none = new Label(texts.get("sku.paid.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            return none;
        }
        GridPane grid = grid(1);
        grid.addRow(0, head("sku.paid.day", false), head("sku.paid.vendor", false), head("sku.paid.quantity", true), head("sku.paid.price", true));
        for (int i = 0; i < paid.size(); i++) {
            PaidPrice now = paid.get(i);
            Label price = right(formats.money(now.unitPrice(), now.currency()));
            PaidPrice before = i + 1 < paid.size() ? paid.get(i + 1) : null;
            if (before != null && before.currency().equals(now.currency()) && before.unitPrice().signum() > 0) {
                int direction = now.unitPrice().compareTo(before.unitPrice());
                price.setText((direction > 0 ? "▲ " : direction < 0 ? "▼ " : "") + price.getText());
                price.getStyleClass().add(direction > 0 ? "dearer" : direction < 0 ? "cheaper" : "as-before");
            }
            Label day = new Label(formats.fullDay(now.day()));
            day.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i + 1, day, left(now.vendorName() + " · " + now.orderName()), right(formats.quantity(now.quantity())), price);
        }
        return grid;
    }

    /** @param widest the column that takes what the others leave */
    private static GridPane grid(int widest) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("small-table");
        for (int i = 0; i < 4; i++) {
            grid.getColumnConstraints().add(new ColumnConstraints());
        }
        grid.getColumnConstraints().get(widest).setHgrow(Priority.ALWAYS);
        return grid;
    }

    private Label head(String key, boolean right) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("small-head");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return right ? flushRight(label) : label;
    }

    private static Label left(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        label.setWrapText(true);
        return label;
    }

    private static Label right(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return flushRight(label);
    }

    private static Label flushRight(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
