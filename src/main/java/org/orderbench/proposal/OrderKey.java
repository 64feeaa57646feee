package org.orderbench.proposal;

import java.util.Comparator;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;

/** What lines of one order have in common: vendor, company, warehouse and currency. In the order in which proposals are shown. */
record OrderKey(String vendorName, int vendorId, int companyId, String warehouseName, int warehouseId, String currency) implements Comparable<OrderKey> {

    private static final Comparator<OrderKey> BY_VENDOR = Comparator.comparing(OrderKey::vendorName)
            .thenComparing(OrderKey::vendorId)
            .thenComparing(OrderKey::companyId)
            .thenComparing(OrderKey::warehouseName)
            .thenComparing(OrderKey::warehouseId)
            .thenComparing(OrderKey::currency);

    static OrderKey of(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        return new OrderKey(
                planned.offer().vendor().name(),
                planned.offer().vendor().id(),
                facts.sku().companyId(),
                facts.warehouse().name(),
                facts.sku().warehouseId(),
                planned.offer().price().currency());
    }

    @Override
    public int compareTo(OrderKey other) {
        return BY_VENDOR.compare(this, other);
    }
}
