package org.orderbench.replenish;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The protection interval: the stretch that an order placed now must cover, up to the arrival of the one after it. Its length is uncertain because
 * the lead time is.
 *
 * @param planned days ahead, with the planned lead time: what dates are named with
 * @param days    possible lengths
 * @param weights how likely each is; they add up to 1
 */
record Protection(int planned, int[] days, double[] weights) {

    /** @param next when the vendor is ordered from the next time */
    static Protection of(LeadTime lead, DeliveryCalendar calendar, LocalDate today, LocalDate next) {
        int[] days = new int[lead.scenarios().length];
        for (int i = 0; i < days.length; i++) {
            days[i] = ahead(today, calendar.arrival(next, lead.scenarios()[i]));
        }
        return new Protection(ahead(today, calendar.arrival(next, lead.planned())), days, lead.weights());
    }

    boolean isCertain() {
        for (int length : days) {
            if (length != days[0]) {
                return false;
            }
        }
        return true;
    }

    private static int ahead(LocalDate today, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, day));
    }
}
