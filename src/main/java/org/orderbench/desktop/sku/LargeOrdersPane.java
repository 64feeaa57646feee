package org.orderbench.desktop.sku;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.demand.LargeOrders.Verdict;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.LargeOrder;

/** The SKU's large orders, and how each is learned: a buyer knows which were one-offs. Nothing where there are none. */
final class LargeOrdersPane extends VBox {

    private final Texts texts;
    private final Formats formats;
    private final OnVerdict onVerdict;

    /** Hears what the buyer says about the order of a day; null leaves it to the rule again. */
    @FunctionalInterface
    interface OnVerdict {
        void said(LocalDate day, @Nullable Verdict verdict);
    }

    LargeOrdersPane(Texts texts, Formats formats, OnVerdict onVerdict) {
        this.texts = texts;
        this.formats = formats;
        this.onVerdict = onVerdict;
        getStyleClass().add("sku-facts");
    }

    void show(List<LargeOrder> orders) {
        getChildren().clear();
        if (orders.isEmpty()) {
            return;
        }
        Label title = new Label(texts.get("sku.large.title"));
        title.getStyleClass().add("section");
        getChildren().add(title);
        orders.forEach(order -> getChildren().add(row(order)));
    }

    private VBox row(LargeOrder order) {
        String what = texts.get("sku.large.order", formats.day(order.day()), formats.quantity(order.units()));
        String how = texts.get(order.oneOff() ? "sku.large.damped" : "sku.large.full", formats.rate(order.demand()))
                + " " + texts.get(order.verdict() == null ? "sku.large.by-rule" : "sku.large.by-buyer");
        Label words = new Label(what + " " + how);
        words.setWrapText(true);
        HBox choices = new HBox(
                choice(order, Verdict.ONE_OFF, what, texts.get("sku.large.once"), texts.get("sku.large.once.hint")),
                choice(order, Verdict.RECURS, what, texts.get("sku.large.again"), texts.get("sku.large.again.hint")));
        choices.getStyleClass().add("segments");
        return new VBox(words, choices);
    }

    private ToggleButton choice(LargeOrder order, Verdict verdict, String what, String name, String hint) {
        ToggleButton button = new ToggleButton(name);
        button.setId("large-" + order.day() + "-" + verdict);
        button.getStyleClass().add("segment");
        button.setSelected(order.verdict() == verdict);
        button.setAccessibleText(what + " " + name);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(event -> onVerdict.said(order.day(), button.isSelected() ? verdict : null));
        return button;
    }
}
