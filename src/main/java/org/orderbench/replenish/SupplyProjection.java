package org.orderbench.replenish;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * One SKU's stock, day by day, as it will be if nothing is ordered and if the proposed order is. Index 0 is the end of {@code from}, index i the
 * end of i days later; all arrays have the same length. Units are the product's own. Callers do not change the arrays.
 *
 * @param expected     stock at the forecast's mean, nothing ordered
 * @param low          stock if demand runs high (its 95 % quantile)
 * @param high         stock if demand runs low (its 5 % quantile)
 * @param withOrder    like {@code expected} with the proposed order arriving; the same array when nothing is proposed
 * @param safetyLevel  the stock below which a day counts as short
 * @param reorderLevel the supply at or below which an order is due now
 * @param leadTimeDays planned lead time, with its usual spread {@code leadTimeLow} to {@code leadTimeHigh}
 * @param protectionDays lead time and review period
 * @param shortageOn   the first day below the safety level if nothing is ordered, or null if none in sight
 * @param arrivals     receipts still expected, late ones moved
 */
public record SupplyProjection(
        LocalDate from,
        double[] expected,
        double[] low,
        double[] high,
        double[] withOrder,
        double safetyLevel,
        double reorderLevel,
        int leadTimeDays,
        int leadTimeLow,
        int leadTimeHigh,
        int protectionDays,
        @Nullable LocalDate shortageOn,
        List<Arrival> arrivals) {

    /** How firm an order is. */
    public enum Standing {
        CONFIRMED,
        /** Confirmed by its buyer, and waiting for a manager. */
        TO_APPROVE,
        DRAFT
    }

    /**
     * A receipt that is expected.
     *
     * @param promised  the day agreed with the vendor
     * @param on        the day it is counted on: later than {@code promised} when that has passed
     * @param standing  drafts and orders to approve are shown apart
     */
    public record Arrival(String orderName, int orderId, LocalDate promised, LocalDate on, Quantity quantity, Standing standing) {

        public boolean confirmed() {
            return standing == Standing.CONFIRMED;
        }

        public boolean late() {
            return on.isAfter(promised);
        }
    }
}
