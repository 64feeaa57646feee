package org.orderbench.replenish;

/** What can be set for one SKU, a category or a vendor; the unit of its value. */
public enum PolicyParameter {
    /** Probability in (0, 1) that stock lasts through the protection interval. */
    SERVICE_LEVEL,
    /** Days between two orders to the vendor. */
    REVIEW_DAYS,
    /** Days of expected demand that an order covers at least. */
    CYCLE_DAYS,
    /** Days from ordering to goods on the shelf, instead of what was promised and observed. */
    LEAD_TIME_DAYS,
    /** The most that may lie in the warehouse and on the way, in the product's own unit. */
    SHELF_CAP,
    /** The shelf life in days: an order may not cover more. */
    SHELF_LIFE_DAYS,
    /** Stock and orders beyond what lively demand uses in so many days are too much. */
    OVERSTOCK_DAYS,
    /** Days without stock before an incoming order that are worth a call. */
    EXPEDITE_TOLERANCE_DAYS,
    /** Days that an incoming order comes before it is needed that are worth a call. */
    POSTPONE_TOLERANCE_DAYS,
    /** The share by which a price must rise to be told. */
    PRICE_RISE_TOLERANCE,
    /** Days after its date from which a receipt is no longer counted as supply. */
    FORGOTTEN_AFTER_DAYS,
    /** Days of lively demand that a warehouse keeps for itself before its stock could be moved to another. */
    TRANSFER_KEEP_DAYS,
    /** Money at stake below which nothing is told, in the company's currency. */
    EXCEPTION_VALUE
}
