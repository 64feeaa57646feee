package org.orderbench.catalog;

/** What lies in a warehouse's internal locations now, and how much of it is promised to somebody ({@code stock.quant}). */
public record Stock(Quantity onHand, Quantity reserved) {

    public static final Stock NONE = new Stock(Quantity.ZERO, Quantity.ZERO);
}
