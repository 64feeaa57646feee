package org.orderbench.desktop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.ReviewAids;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.SkuNote;
import org.orderbench.proposal.SkuNotes;
import org.orderbench.proposal.SkuView;
import org.orderbench.proposal.WhatIf;
import org.orderbench.replenish.SupplyProjection;

/** What helps a buyer to judge, made up: a what-if that only scales, prices that rise slowly, notes that last as long as the process. */
final class SampleAids {

    private final Function<Sku, Optional<SkuView>> views;

    SampleAids(Function<Sku, Optional<SkuView>> views) {
        this.views = views;
    }

    ReviewAids aids() {
        return new ReviewAids(() -> Limits.careful("GBP"), this::whatIf, SampleAids::paid, new Notes());
    }

    /** The order grows with demand and with what the service level asks beyond 95 %. */
    private Optional<SkuView> whatIf(Sku sku, WhatIf whatIf) {
        return views.apply(sku).map(view -> {
            SupplyProjection now = view.projection();
            Double service = whatIf.serviceLevel();
            Double growth = whatIf.demandFactor();
            double factor = (growth == null ? 1 : growth) * (service == null ? 1 : 1 + (service - 0.95) * 4);
            if (now == null) {
                return view;
            }
            double[] with = now.withOrder().clone();
            for (int i = 0; i < with.length; i++) {
                with[i] = now.expected()[i] + Math.rint((with[i] - now.expected()[i]) * factor);
            }
            return new SkuView(view.facts(), view.forecast(), new SupplyProjection(now.from(), now.expected(), now.low(), now.high(), with, now.safetyLevel(),
                    now.reorderLevel() * factor, whatIf.leadTimeDays() == null ? now.leadTimeDays() : whatIf.leadTimeDays(), now.leadTimeLow(),
                    now.leadTimeHigh(), now.protectionDays(), now.shortageOn(), now.arrivals()), view.explanation());
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
