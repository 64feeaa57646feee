package org.orderbench.proposal.replay;

/**
 * What came of one way of ordering. Values at cost, in the company's currency. Adds up over SKUs.
 *
 * @param wanted       value that customers asked for
 * @param served       value that was there to sell
 * @param stockDays    value in stock, summed over days
 * @param days         days counted, of one SKU; of several, the most
 * @param emptyDays    days on which something was wanted and not all of it was there, summed over SKUs
 * @param orders       order lines placed
 * @param orderedValue what they were worth
 */
public record Tally(double wanted, double served, double stockDays, int days, int emptyDays, int orders, double orderedValue) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                wanted + other.wanted, served + other.served, stockDays + other.stockDays, Math.max(days, other.days), emptyDays + other.emptyDays,
                orders + other.orders, orderedValue + other.orderedValue);
    }

    /** Share of the wanted value that was served; 1 where nothing was wanted. */
    public double fillRate() {
        return wanted > 0 ? served / wanted : 1;
    }

    /** Value in stock on an average day. */
    public double averageStock() {
        return days > 0 ? stockDays / days : 0;
    }
}
