package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.orderbench.catalog.Money;

/**
 * One proposed purchase order: one vendor, company, warehouse and currency.
 *
 * @param id the cache's id
 */
public record Proposal(
        long id,
        int companyId,
        int warehouseId,
        String warehouseName,
        int vendorId,
        String vendorName,
        String currency,
        Instant plannedAt,
        List<ProposalLine> lines) {

    public Proposal {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines' quantities at their prices, whatever was decided of them. */
    public Money total() {
        BigDecimal sum = BigDecimal.ZERO;
        for (ProposalLine line : lines) {
            sum = sum.add(line.unitPrice().multiply(line.quantity().value()));
        }
        return new Money(sum, currency);
    }
}
