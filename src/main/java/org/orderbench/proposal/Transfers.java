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
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.Sourced;
import org.orderbench.replenish.Tolerances;
import org.orderbench.replenish.Wording;

/** What lies in one warehouse of a company beyond its own needs while another of its warehouses is to buy the same product. Used once, by one thread. */
final class Transfers {

    private static final double LIVELY = 0.95;

    private final Tolerances.Book tolerances;
    private final Map<Product, List<Spare>> spares = new HashMap<>();

    Transfers(ReplenishmentSettings settings) {
        this.tolerances = new Tolerances.Book(settings);
    }

    private record Product(int companyId, int productId) {
        static Product of(Assessment.Planned planned) {
            return new Product(planned.facts().sku().companyId(), planned.facts().sku().productId());
        }
    }

    private record Spare(int warehouseId, String warehouseName, Quantity quantity, Sourced<Integer> keeps) {}

    /**
     * A product that could be moved instead of bought.
     *
     * @param spare    what the other warehouse does not need itself
     * @param quantity what of it this warehouse needs
     * @param keeps    the days of its own lively demand that the other keeps
     */
    record Transfer(Assessment.Planned to, String from, Quantity spare, Quantity quantity, Sourced<Integer> keeps) {

        List<Explanation.Figure> figures() {
            return new Figures(to.facts())
                    .goods("to spare", spare, "stock.quant, forecast")
                    .days("own use looked at", keeps)
                    .goods("could be moved", quantity, Figures.CALCULATION)
                    .list();
        }

        List<Explanation.Phrase> said() {
            return List.of(Wording.phrase(
                    "advice.transfer", Wording.words(from), Wording.quantity(spare), Wording.days(keeps.value()), Wording.quantity(quantity),
                    Wording.words(to.facts().warehouse().name())));
        }
    }

    /** Hears of every SKU. */
    void add(Assessment.Planned planned) {
        if (planned.pureNeed().isPositive()) {
            return;
        }
        Sourced<Integer> keeps = tolerances.of(planned.facts(), planned.offer()).transferKeepDays();
        Quantity own = Quantity.of(Math.ceil(planned.basis().demand().quantile(LIVELY, Math.max(keeps.value(), planned.protectionDays()))));
        Quantity spare = planned.facts().stock().onHand().minus(planned.facts().stock().reserved()).minus(own);
        if (spare.isPositive()) {
            spares.computeIfAbsent(Product.of(planned), product -> new ArrayList<>())
                    .add(new Spare(planned.facts().sku().warehouseId(), planned.facts().warehouse().name(), spare, keeps));
        }
    }

    /** From the warehouse with most to spare; empty where none has whole units to spare. */
    Optional<Transfer> to(Assessment.Planned planned) {
        return spares.getOrDefault(Product.of(planned), List.of()).stream()
                .filter(spare -> spare.warehouseId() != planned.facts().sku().warehouseId())
                .max(Comparator.comparing(Spare::quantity).thenComparing(Spare::warehouseId))
                .map(spare -> new Transfer(planned, spare.warehouseName(), spare.quantity(), spare.quantity().min(planned.pureNeed()), spare.keeps()))
                .filter(transfer -> transfer.quantity().isPositive());
    }
}
