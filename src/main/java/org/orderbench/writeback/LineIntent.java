package org.orderbench.writeback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineBasis;
import org.orderbench.replenish.Explanation;

/**
 * One line as decided: all that is needed to write it, to check it again, and to say why. Fixed when it is approved.
 *
 * @param quantity         in the product's own unit
 * @param lineQuantity     the same goods in {@code lineUnitId}, exactly: what Odoo is given
 * @param lineUnitFactor   how many of the product's own unit one line unit holds
 * @param priceUnitFactor  how many of the product's own unit one unit of the supplier price row holds
 * @param unitPrice        per the product's own unit, after discount, in {@code currency}
 * @param weekly           forecast demand per week in the product's own unit; null without a forecast
 * @param proposedQuantity what the agent had proposed
 * @param proposed         the facts when it was proposed
 * @param decided          the facts when it was decided
 * @param anyway           a person saw that the shortage had been ordered and deleted in Odoo, and wants it sent all the same
 */
public record LineIntent(
        long proposalLineId,
        LineBasis basis,
        int vendorId,
        String vendorName,
        @Nullable Integer vendorBuyerId,
        String warehouseName,
        int receiptTypeId,
        String currency,
        boolean confirm,
        String code,
        String name,
        String unitName,
        Quantity quantity,
        BigDecimal lineQuantity,
        int lineUnitId,
        String lineUnitName,
        BigDecimal lineUnitFactor,
        int priceId,
        BigDecimal priceUnitFactor,
        BigDecimal unitPrice,
        @Nullable Double weekly,
        Quantity proposedQuantity,
        LineFacts proposed,
        LineFacts decided,
        Explanation explanation,
        String decidedBy,
        Instant decidedAt,
        boolean anyway) {

    /** The decided price per line unit, after discount; to six decimals, which is finer than any price list. */
    public BigDecimal linePrice() {
        return unitPrice.multiply(lineUnitFactor).setScale(6, RoundingMode.HALF_UP);
    }

    public LineKey key() {
        return LineKey.of(basis);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(vendorId, basis.sku().companyId(), receiptTypeId, currency, basis.sku().productId(), lineQuantity, lineUnitId);
    }

    /** Nobody asked for it: the agent approved it, as far as its authority goes. */
    public boolean unasked() {
        return decidedBy.equals(Decision.AGENT);
    }

    /** How a person calls the product. */
    public String label() {
        return code.isEmpty() ? name : "[" + code + "] " + name;
    }

    /** The same decision taken again on what is known now: a fresh basis, so a fresh key. */
    public LineIntent decidedAgain(LineFacts now, String by, Instant at) {
        LineBasis fresh = new LineBasis(basis.sku(), now.newestLineId(), now.newestLineCreated(), basis.part());
        BigDecimal price = now.unitPrice() == null ? unitPrice : now.unitPrice();
        return new LineIntent(
                proposalLineId, fresh, vendorId, vendorName, vendorBuyerId, warehouseName, receiptTypeId, currency, confirm, code, name, unitName, quantity,
                lineQuantity, lineUnitId, lineUnitName, lineUnitFactor, priceId, priceUnitFactor, price, weekly, proposedQuantity, proposed, now,
                explanation, by, at, true);
    }
}
