package org.orderbench.demand;

import org.orderbench.catalog.Quantity;

/** Numbers as figures of an explanation. */
final class Figures {

    private Figures() {}

    /** Plain digits, at most two decimals. */
    static String plain(double value) {
        return Quantity.of(Math.round(value * 100) / 100.0).toString();
    }
}
