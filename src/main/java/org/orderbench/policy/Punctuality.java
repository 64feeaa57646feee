package org.orderbench.policy;

/**
 * How a vendor kept its agreed dates over the last year.
 *
 * @param receipts deliveries that had an agreed date
 * @param onTime   of these, received by that date, a day's grace included
 */
public record Punctuality(int vendorId, String vendorName, int receipts, int onTime) {

    public Wilson bounds() {
        return Wilson.of(onTime, receipts);
    }
}
