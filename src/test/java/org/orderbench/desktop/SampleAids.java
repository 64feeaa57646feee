package org.orderbench.desktop;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.ReviewAids;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.PlannedOrder;
import org.orderbench.proposal.SkuNote;
import org.orderbench.proposal.SkuNotes;
import org.orderbench.proposal.SkuView;
import org.orderbench.proposal.WhatIf;
import org.orderbench.replenish.SupplyProjection;

/** What helps a buyer to judge, made up: a what-if that only scales, prices that rise slowly, notes that last as long as the process. */
final class SampleAids {

    private final Function<Sku, Optional<SkuView>> views;
    private final Path exports;
    private final SampleLargeOrders large;

    SampleAids(Function<Sku, Optional<SkuView>> views, SampleLargeOrders large, Path exports) {
        this.views = views;
        this.large = large;
        this.exports = exports;
    }

    ReviewAids aids() {
        return new ReviewAids(() -> Limits.careful("GBP"), this::whatIf, SampleAids::paid, new Notes(), large, exports);
    }

    /** The order grows with demand and with what the service level asks beyond 95 %, in whole steps. */
    private Optional<SkuView> whatIf(Sku sku, WhatIf whatIf) {
        return views.apply(sku).map(view -> {
            SupplyProjection now = view.projection();
            PlannedOrder order = view.order();
            if (now == null || order == null) {
                return view;
            }
            double growth = whatIf.demandFactor() == null ? 1 : whatIf.demandFactor();
            double service = whatIf.serviceLevel() == null ? order.serviceLevel() : whatIf.serviceLevel();
            int lead = whatIf.leadTimeDays() == null ? order.leadTimeDays() : whatIf.leadTimeDays();
            double factor = growth * (1 + (service - 0.95) * 4) * (lead + 14) / (order.leadTimeDays() + 14);
            Quantity quantity = Quantity.of(order.quantity().toDouble() * factor).upTo(order.orderStep());
            double[] with = now.expected().clone();
            for (int i = lead; i < with.length; i++) {
                with[i] += quantity.toDouble();
            }
            return new SkuView(view.facts(), view.forecast(), new SupplyProjection(now.from(), now.expected(), now.low(), now.high(), with, now.safetyLevel(),
                    now.reorderLevel() * factor, lead, Math.max(1, lead - 3), lead + 6, lead + 14, now.shortageOn(), now.arrivals()),
                    new PlannedOrder(quantity, order.orderStep(), order.minimum(), order.vendorId(), order.vendorName(), order.unitPrice(), order.currency(),
                            service, lead, SampleData.TODAY.plusDays(lead)),
                    view.explanation(), view.past());
        });
    }

    private static List<PaidPrice> paid(Sku sku) {
        List<PaidPrice> prices = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            prices.add(new PaidPrice(SampleData.TODAY.minusDays(20 + 55L * i), "P00" + (398 - 31 * i), i % 4 == 2 ? "Hanseatic Trading GmbH" : "Albion Ceramics Ltd",
                    Quantity.of(48), new BigDecimal("4.20").subtract(new BigDecimal("0.07").multiply(BigDecimal.valueOf(i + sku.productId() % 3))), "GBP"));
        }
        return prices;
    }

    private static final class Notes implements SkuNotes {

        private final List<SkuNote> notes = new ArrayList<>(List.of(
                new SkuNote(SampleData.NOW.minusSeconds(86_400 * 9), "Ana Lima", "Vendor closes for stocktaking in the first week of January.")));

        @Override
        public List<SkuNote> of(Sku sku) {
            return List.copyOf(notes.reversed());
        }

        @Override
        public void add(Sku sku, SkuNote note) {
            notes.add(note);
        }
    }
}
