package org.orderbench.writeback;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a line is, hashed: the same key must never stand for another content. Computed of what is to be sent and of what was read back.
 *
 * @param hex 32 hex digits
 */
public record Fingerprint(String hex) {

    /**
     * @param quantity in the unit {@code unitId}; 12, 12.0 and 12.00 are the same
     */
    public static Fingerprint of(int vendorId, int companyId, int receiptTypeId, String currency, int productId, BigDecimal quantity, int unitId) {
        String plain = quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
        return new Fingerprint(Hash.of(
                "content",
                List.of(
                        Integer.toString(vendorId),
                        Integer.toString(companyId),
                        Integer.toString(receiptTypeId),
                        currency,
                        Integer.toString(productId),
                        plain,
                        Integer.toString(unitId))));
    }
}
