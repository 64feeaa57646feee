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
    SHELF_LIFE_DAYS
}
