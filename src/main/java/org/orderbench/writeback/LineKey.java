package org.orderbench.writeback;

import java.time.ZoneOffset;
import java.util.List;
import org.orderbench.proposal.LineBasis;

/**
 * The idempotency key of one purchase order line: a hash of company, warehouse, product, the newest purchase line that the decision was based
 * on, the UTC date on which that line was created, and the part. Two clients that look at the same supply make the same key; as soon as
 * anybody orders the product, a fresh decision's key differs and a stale one's collides in Odoo.
 *
 * @param hex 32 hex digits
 */
public record LineKey(String hex) implements Comparable<LineKey> {

    /** The module part of every external ID that Orderbench sets. */
    public static final String MODULE = "orderbench";

    public static LineKey of(LineBasis basis) {
        return new LineKey(Hash.of(
                "line",
                List.of(
                        Integer.toString(basis.sku().companyId()),
                        Integer.toString(basis.sku().warehouseId()),
                        Integer.toString(basis.sku().productId()),
                        basis.newestLineId() == null ? "never" : Integer.toString(basis.newestLineId()),
                        basis.newestLineCreated() == null
                                ? "never"
                                : basis.newestLineCreated().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                        Integer.toString(basis.part()))));
    }

    /** For a line found in Odoo whose own key cannot be made anew: it stands in the outbox, and is never sent. */
    public static LineKey ofUnknown(int odooLineId) {
        return new LineKey(Hash.of("unknown line", List.of(Integer.toString(odooLineId))));
    }

    /** The name part of the external ID. */
    public String name() {
        return "line_" + hex;
    }

    /** The external ID in Odoo. */
    public String externalId() {
        return MODULE + "." + name();
    }

    @Override
    public int compareTo(LineKey other) {
        return hex.compareTo(other.hex);
    }
}
