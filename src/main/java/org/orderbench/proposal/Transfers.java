package org.orderbench.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Wording;

/** What lies in one warehouse of a company beyond its own needs while another of its warehouses is to buy the same product. Used once, by one thread. */
final class Transfers {

    /** Stock is spare where not even lively demand uses it within this many days. */
    static final int OWN_DAYS = 90;

    private static final double LIVELY = 0.95;

    private final Map<Product, List<Spare>> spares = new HashMap<>();

    private record Product(int companyId, int productId) {
        static Product of(Assessment.Planned planned) {
            return new Product(planned.facts().sku().companyId(), planned.facts().sku().productId());
        }
    }

    private record Spare(int warehouseId, String warehouseName, Quantity quantity) {}

    /**
     * A product that could be moved instead of bought.
     *
     * @param spare    what the other warehouse does not need itself
     * @param quantity what of it this warehouse needs
     */
    record Transfer(Assessment.Planned to, String from, Quantity spare, Quantity quantity) {

        List<Explanation.Phrase> said() {
            return List.of(Wording.phrase(
                    "advice.transfer", Wording.words(from), Wording.quantity(spare), Wording.days(OWN_DAYS), Wording.quantity(quantity),
                    Wording.words(to.facts().warehouse().name())));
        }
    }

    /** Hears of every SKU. */
    void add(Assessment.Planned planned) {
        if (planned.pureNeed().isPositive()) {
            return;
        }
        Quantity own = Quantity.of(Math.ceil(planned.basis().demand().quantile(LIVELY, Math.max(OWN_DAYS, planned.protectionDays()))));
        Quantity spare = planned.facts().stock().onHand().minus(planned.facts().stock().reserved()).minus(own);
        if (spare.isPositive()) {
            spares.computeIfAbsent(Product.of(planned), product -> new ArrayList<>())
                    .add(new Spare(planned.facts().sku().warehouseId(), planned.facts().warehouse().name(), spare));
        }
    }

    /** From the warehouse with most to spare; empty where none has whole units to spare. */
    Optional<Transfer> to(Assessment.Planned planned) {
        return spares.getOrDefault(Product.of(planned), List.of()).stream()
                .filter(spare -> spare.warehouseId() != planned.facts().sku().warehouseId())
                .max(Comparator.comparing(Spare::quantity).thenComparing(Spare::warehouseId))
                .map(spare -> new Transfer(planned, spare.warehouseName(), spare.quantity(), spare.quantity().min(planned.pureNeed())))
                .filter(transfer -> transfer.quantity().isPositive());
    }
}
