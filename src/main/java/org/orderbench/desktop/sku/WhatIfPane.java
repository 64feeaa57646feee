package org.orderbench.desktop.sku;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.sku.WhatIfModel.Inputs;
import org.orderbench.proposal.PlannedOrder;
import org.orderbench.proposal.SkuView;

/** Four sliders and what becomes of the order. */
final class WhatIfPane extends VBox {

    private final WhatIfModel model;
    private final Texts texts;
    private final Formats formats;
    private final Slider service = slider(80, 99.5, 0.5);
    private final Slider lead = slider(1, 120, 1);
    private final Slider growth = slider(-60, 100, 5);
    private final Slider quantity = slider(0, 100, 1);
    private final Label serviceValue = value();
    private final Label leadValue = value();
    private final Label growthValue = value();
    private final Label quantityValue = value();
    private final Label outcome = new Label();
    private final Label money = new Label();
    private final Button use;
    private final Button reset;
    private boolean showing;

    /** @param onUse hears the quantity that the buyer wants to order */
    WhatIfPane(WhatIfModel model, Texts texts, Formats formats, Consumer<Quantity> onUse) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("what-if");
        outcome.getStyleClass().add("what-if-outcome");
        outcome.setWrapText(true);
        money.getStyleClass().add("muted");
        money.setWrapText(true);
        use = new Button();
        use.getStyleClass().addAll("accent", "what-if-use");
        use.setOnAction(event -> {
            SkuView view = model.shown().get();
            PlannedOrder order = view == null ? null : view.order();
            if (order != null) {
                onUse.accept(order.quantity());
            }
        });
        reset = new Button(texts.get("sku.what-if.reset"));
        reset.setOnAction(event -> model.reset());
        HBox buttons = new HBox(use, reset);
        buttons.getStyleClass().add("what-if-buttons");
        GridPane sliders = new GridPane();
        sliders.getStyleClass().add("what-if-sliders");
        sliders.addRow(0, row("sku.what-if.service", service, serviceValue), row("sku.what-if.lead", lead, leadValue));
        sliders.addRow(1, row("sku.what-if.growth", growth, growthValue), row("sku.what-if.quantity", quantity, quantityValue));
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            sliders.getColumnConstraints().add(half);
        }
        getChildren().addAll(sliders, outcome, money, buttons);
        service.valueProperty().subscribe(now -> changed(Inputs::withServiceLevel, now.doubleValue() / 100));
        lead.valueProperty().subscribe(now -> changed(Inputs::withLeadTime, (int) Math.round(now.doubleValue())));
        growth.valueProperty().subscribe(now -> changed(Inputs::withGrowth, 1 + now.doubleValue() / 100));
        quantity.valueProperty().subscribe(now -> changed(Inputs::withQuantity, Quantity.of(Math.round(now.doubleValue()))));
        model.shown().subscribe(this::show);
    }

    private interface With<T> {
        Inputs apply(Inputs inputs, T value);
    }

    /** What the buyer moved; what this pane moves itself is not an input. */
    private <T> void changed(With<T> with, T value) {
        if (!showing) {
            model.set(with.apply(model.inputs().get(), value));
        }
    }

    private static Slider slider(double from, double to, double step) {
        Slider slider = new Slider(from, to, from);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        return slider;
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().add("what-if-value");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private VBox row(String key, Slider slider, Label value) {
        Label name = new Label(texts.get(key));
        name.setLabelFor(slider);
        slider.setAccessibleText(texts.get(key));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox row = new VBox(new HBox(name, gap, value), slider);
        row.getStyleClass().add("what-if-row");
        return row;
    }

    private void show() {
        SkuView view = model.shown().get();
        PlannedOrder order = view == null ? null : view.order();
        PlannedOrder before = model.before();
        setDisable(order == null);
        BigDecimal value = model.value();
        if (order == null || before == null || value == null) {
            outcome.setText(texts.get("sku.what-if.none"));
            money.setText("");
            use.setText(texts.get("sku.what-if.use.none"));
            return;
        }
        Inputs inputs = model.inputs().get();
        double growing = inputs.growth() == null ? 1 : inputs.growth();
        showing = true;
        set(service, order.serviceLevel() * 100);
        set(lead, order.leadTimeDays());
        set(growth, Math.round((growing - 1) * 100));
        double step = order.orderStep().isPositive() ? order.orderStep().toDouble() : 1;
        double most = Math.max(4 * Math.max(before.quantity().toDouble(), order.quantity().toDouble()), 20 * step);
        quantity.setMajorTickUnit(step);
        quantity.setBlockIncrement(step);
        if (inputs.quantity() == null || quantity.getMax() < order.quantity().toDouble()) {
            quantity.setMax(Math.ceil(most / step) * step);
        }
        set(quantity, order.quantity().toDouble());
        showing = false;
        serviceValue.setText(formats.percent(order.serviceLevel()));
        leadValue.setText(texts.get("unit.days", order.leadTimeDays()));
        growthValue.setText((growing >= 1 ? "+" : "") + formats.percent(growing - 1));
        quantityValue.setText(formats.quantity(order.quantity()));
        boolean same = order.quantity().equals(before.quantity());
        outcome.setText(same
                ? texts.get("sku.what-if.same", formats.quantity(order.quantity()))
                : texts.get("sku.what-if.change", formats.quantity(before.quantity()), formats.quantity(order.quantity())));
        money.setText(texts.get("sku.what-if.money", formats.money(value, order.currency()), formats.day(order.arrival()), order.vendorName()));
        use.setText(order.quantity().isPositive() ? texts.get("sku.what-if.use", formats.quantity(order.quantity())) : texts.get("sku.what-if.use.none"));
        use.setDisable(!order.quantity().isPositive());
        reset.setDisable(inputs.equals(Inputs.NONE));
    }

    private static void set(Slider slider, double value) {
        if (!slider.isValueChanging() && Math.abs(slider.getValue() - value) > 1e-9) {
            slider.setValue(value);
        }
    }
}
