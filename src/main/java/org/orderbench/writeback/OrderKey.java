package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The idempotency key of one purchase order: a hash of vendor, company, warehouse, currency and its line keys.
 *
 * @param hex 32 hex digits
 */
public record OrderKey(String hex) {

    /**
     * @param round 0; 1, 2 … when an order with the very same content had been withdrawn before, so that the new one does not land in what is left
     *              of the old one
     */
    public static OrderKey of(int vendorId, int companyId, int warehouseId, String currency, Collection<LineKey> lines, int round) {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toString(vendorId));
        parts.add(Integer.toString(companyId));
        parts.add(Integer.toString(warehouseId));
        parts.add(currency);
        lines.stream().sorted().map(LineKey::hex).forEach(parts::add);
        if (round > 0) {
            parts.add("round " + round);
        }
        return new OrderKey(Hash.of("order", parts));
    }

    /** For an order found in Odoo whose own key cannot be made anew: it stands in the outbox, and is never sent. */
    public static OrderKey ofUnknown(int odooOrderId) {
        return new OrderKey(Hash.of("unknown order", List.of(Integer.toString(odooOrderId))));
    }

    public String name() {
        return "po_" + hex;
    }

    /** The external ID in Odoo. */
    public String externalId() {
        return LineKey.MODULE + "." + name();
    }

    /** The external ID of the note with the reasoning on this order. */
    public String noteExternalId() {
        return LineKey.MODULE + ".note_" + hex;
    }

    /** The external ID of the activity that asks for this order's approval. */
    public String approvalExternalId() {
        return LineKey.MODULE + ".approval_" + hex;
    }

    /** The short readable form that stands in the order's {@code origin}. */
    public String origin() {
        return "OB-" + hex.substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
