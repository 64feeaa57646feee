package org.orderbench.replenish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * When a vendor is ordered from and when its goods come. Odoo's lead times count calendar days, so weekends are in a promise; the days of a
 * vendor's holiday are not, an order that arrives on a day off is taken up on the next working day, and goods that would come on a day on which we
 * take nothing in come on the next one. Immutable.
 */
record DeliveryCalendar(VendorTerms terms, Receiving receiving) {

    /** The day on which an order that is thought of today is placed: today, or the next order day. */
    LocalDate orderDay(LocalDate today) {
        LocalDate day = today;
        while (!terms.orderDays().isEmpty() && !terms.orderDays().contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The next time that is ordered from the vendor: its next order day, or after so many days. */
    LocalDate orderAfter(LocalDate placed, int reviewDays) {
        return terms.orderDays().isEmpty() ? placed.plusDays(reviewDays) : orderDay(placed.plusDays(1));
    }

    /** @param leadDays calendar days, as the vendor counts them outside of its holidays */
    LocalDate arrival(LocalDate placed, int leadDays) {
        LocalDate day = placed;
        if (isPlain()) {
            return day.plusDays(leadDays);
        }
        while (!worksOn(day)) {
            day = day.plusDays(1);
        }
        for (int left = leadDays; left > 0; ) {
            day = day.plusDays(1);
            left -= closing(day).isEmpty() ? 1 : 0;
        }
        while (!receiving.takesInOn(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The holiday of the vendor that an order placed on a day meets before it has arrived, if any. */
    Optional<Closing> closingWithin(LocalDate placed, LocalDate arrival) {
        return terms.closings().stream().filter(closing -> !closing.to().isBefore(placed) && !closing.from().isAfter(arrival)).findFirst();
    }

    private boolean isPlain() {
        return terms.closings().isEmpty() && terms.workingDays().isEmpty() && receiving.equals(Receiving.ALWAYS);
    }

    private boolean worksOn(LocalDate day) {
        Set<DayOfWeek> working = terms.workingDays();
        return (working.isEmpty() || working.contains(day.getDayOfWeek())) && closing(day).isEmpty();
    }

    private Optional<Closing> closing(LocalDate day) {
        return terms.closings().stream().filter(closing -> closing.contains(day)).findFirst();
    }
}
