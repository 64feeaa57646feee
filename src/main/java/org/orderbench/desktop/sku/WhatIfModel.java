package org.orderbench.desktop.sku;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.PlannedOrder;
import org.orderbench.proposal.SkuView;
import org.orderbench.proposal.WhatIf;
import org.orderbench.replenish.SupplyProjection;

/**
 * The SKU as it would be planned with other inputs. Inputs change faster than a plan is made while a slider is dragged: one question is asked at a time,
 * and the next is about the inputs as they are by then. Nothing is saved. For the window thread.
 */
final class WhatIfModel {

    /** The inputs; null leaves one as the plan has it. {@code quantity} is not planned but set by hand. */
    record Inputs(@Nullable Double serviceLevel, @Nullable Integer leadTimeDays, @Nullable Double growth, @Nullable Quantity quantity) {

        static final Inputs NONE = new Inputs(null, null, null, null);

        Inputs withServiceLevel(@Nullable Double value) {
            return new Inputs(value, leadTimeDays, growth, quantity);
        }

        Inputs withLeadTime(@Nullable Integer value) {
            return new Inputs(serviceLevel, value, growth, quantity);
        }

        Inputs withGrowth(@Nullable Double value) {
            return new Inputs(serviceLevel, leadTimeDays, value, quantity);
        }

        Inputs withQuantity(@Nullable Quantity value) {
            return new Inputs(serviceLevel, leadTimeDays, growth, value);
        }

        private WhatIf planned() {
            return new WhatIf(serviceLevel, leadTimeDays, null, null, growth);
        }
    }

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Inputs> inputs = new ReadOnlyObjectWrapper<>(this, "inputs", Inputs.NONE);
    private final ReadOnlyObjectWrapper<@Nullable SkuView> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private @Nullable SkuView base;
    private @Nullable SkuView planned;
    private WhatIf plannedWith = WhatIf.NONE;
    private boolean asking;

    WhatIfModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
    }

    /** Begins anew with a SKU, or with none. */
    void begin(@Nullable SkuView view) {
        base = view;
        planned = view;
        plannedWith = WhatIf.NONE;
        inputs.set(Inputs.NONE);
        shown.set(view);
    }

    void reset() {
        begin(base);
    }

    void set(Inputs now) {
        if (!now.equals(inputs.get())) {
            inputs.set(now);
            ask();
        }
    }

    private void ask() {
        SkuView about = base;
        if (about == null || asking) {
            return;
        }
        WhatIf question = inputs.get().planned();
        if (question.equals(plannedWith)) {
            show();
            return;
        }
        Sku sku = about.facts().sku();
        asking = true;
        tasks.run(() -> services.aids().whatIf().apply(sku, question), answer -> {
            asking = false;
            answered(about, question, answer);
        }, failure -> {
            asking = false;
            tasks.fail(failure);
        });
    }

    private void answered(SkuView about, WhatIf question, Optional<SkuView> answer) {
        if (Objects.equals(about, base) && answer.isPresent()) {
            planned = answer.get();
            plannedWith = question;
            show();
        }
        if (base != null && !inputs.get().planned().equals(plannedWith) && answer.isPresent()) {
            ask();
        }
    }

    private void show() {
        SkuView view = planned;
        Quantity byHand = inputs.get().quantity();
        shown.set(view == null || byHand == null ? view : ordering(view, byHand));
    }

    /** The same plan with another quantity on its way: only the stock with the order changes. */
    private static SkuView ordering(SkuView view, Quantity quantity) {
        SupplyProjection p = view.projection();
        PlannedOrder order = view.order();
        if (p == null || order == null) {
            return view;
        }
        double[] with = p.expected().clone();
        for (int day = order.leadTimeDays(); day < with.length; day++) {
            with[day] += quantity.toDouble();
        }
        SupplyProjection projection = new SupplyProjection(p.from(), p.expected(), p.low(), p.high(), with, p.safetyLevel(), p.reorderLevel(), p.leadTimeDays(),
                p.leadTimeLow(), p.leadTimeHigh(), p.protectionDays(), p.shortageOn(), p.arrivals());
        return new SkuView(view.facts(), view.forecast(), projection, ordering(order, quantity), view.explanation(), view.past());
    }

    private static PlannedOrder ordering(PlannedOrder order, Quantity quantity) {
        return new PlannedOrder(quantity, order.orderStep(), order.minimum(), order.vendorId(), order.vendorName(), order.unitPrice(), order.currency(),
                order.serviceLevel(), order.leadTimeDays(), order.arrival());
    }

    /** What the inputs come to, as the plan's price has it; null without a plan. */
    @Nullable BigDecimal value() {
        SkuView view = shown.get();
        PlannedOrder order = view == null ? null : view.order();
        return order == null ? null : order.unitPrice().multiply(order.quantity().value());
    }

    /** The plan without changed inputs. */
    @Nullable PlannedOrder before() {
        return base == null ? null : base.order();
    }

    ReadOnlyObjectProperty<Inputs> inputs() {
        return inputs.getReadOnlyProperty();
    }

    /** What the chart shows: the plan, or what it would be. */
    ReadOnlyObjectProperty<@Nullable SkuView> shown() {
        return shown.getReadOnlyProperty();
    }
}
