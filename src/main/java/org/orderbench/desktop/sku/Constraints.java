package org.orderbench.desktop.sku;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.replenish.SkuFacts;

/** What binds an order of this SKU: promises to customers, packs, Odoo's own rule, and what is on order already. */
final class Constraints {

    private final Texts texts;
    private final Formats formats;

    Constraints(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    List<Node> of(SkuFacts facts) {
        List<Node> rows = new ArrayList<>();
        rows.add(row(texts.get("sku.fact.reserved"), formats.quantity(facts.stock().reserved())));
        for (Pack pack : facts.packs()) {
            rows.add(row(texts.get("sku.fact.pack", pack.name()), formats.quantity(pack.contents())));
        }
        ReorderingRule rule = facts.rule();
        if (rule != null) {
            rows.add(row(texts.get(rule.automatic() ? "sku.fact.rule.automatic" : "sku.fact.rule"),
                    texts.get("sku.fact.rule.range", formats.quantity(rule.minimum()), formats.quantity(rule.maximum()))));
        }
        for (PurchaseLine line : facts.openLines()) {
            String due = line.plannedDate() == null ? "" : formats.day(line.plannedDate());
            rows.add(row(texts.get(line.isDraft() ? "sku.fact.draft" : "sku.fact.order", line.orderName(), due), formats.quantity(line.outstanding())));
        }
        return rows;
    }

    static Node row(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("fact-name");
        left.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label right = new Label(value);
        right.getStyleClass().add("fact-value");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(left, gap, right);
        row.getStyleClass().add("fact");
        return row;
    }
}
