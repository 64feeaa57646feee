package org.orderbench.proposal.replay;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Receipt;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplierTerms;

/** Makes items to replay out of what the cache knows: demand that was served, today's terms, and how late the vendor's receipts really came. */
public final class ReplayItems {

    private ReplayItems() {}

    /** SKUs that sold something and that somebody sells; the others have nothing to replay. */
    public static List<ReplayItem> of(Iterable<SkuFacts> catalogue) {
        List<ReplayItem> items = new ArrayList<>();
        for (SkuFacts facts : catalogue) {
            if (facts.product().active() && facts.product().storable() && facts.moves().stream().anyMatch(day -> day.issued().isPositive())) {
                SupplierTerms.of(facts).ifPresent(terms -> items.add(item(facts, terms)));
            }
        }
        return items;
    }

    private static ReplayItem item(SkuFacts facts, SupplierTerms terms) {
        int days = (int) ChronoUnit.DAYS.between(facts.historyFrom(), facts.today());
        double[] demand = new double[Math.max(0, days)];
        for (DayMoves move : facts.moves()) {
            int day = (int) ChronoUnit.DAYS.between(facts.historyFrom(), move.day());
            if (day < demand.length) {
                demand[day] = Math.max(0, move.issued().minus(move.returned()).toDouble());
            }
        }
        int[] lateness = facts.receipts().stream()
                .filter(receipt -> receipt.vendorId() == terms.offer().vendor().id())
                .mapToInt(ReplayItems::daysLate)
                .toArray();
        int promised = terms.offer().price().delayDays() + facts.company().leadDays();
        String id = facts.product().code() + "/" + facts.warehouse().code() + "/" + facts.product().id();
        return new ReplayItem(
                id, facts.product().category(), facts.historyFrom(), demand, facts.product().cost(), promised, lateness.length == 0 ? new int[] {0} : lateness,
                terms.minimum(), terms.step(), Actual.of(facts, demand.length));
    }

    private static int daysLate(Receipt receipt) {
        return (int) ChronoUnit.DAYS.between(receipt.promised(), receipt.received());
    }
}
