package org.orderbench.replenish;

import java.time.LocalDate;

/**
 * Days on which nobody works: a vendor's holiday, or our own.
 *
 * @param from   the first closed day
 * @param to     the last closed day
 * @param reason in the buyer's words, such as {@code Lunar New Year}
 */
public record Closing(LocalDate from, LocalDate to, String reason) implements Comparable<Closing> {

    /** A closing longer than this is a slip of the pen. */
    private static final int LONGEST_DAYS = 366;

    /** @throws IllegalArgumentException if it ends before it begins, or lasts more than a year */
    public Closing {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The closing ends on " + to + ", before it begins on " + from + ". Swap the two days.");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new IllegalArgumentException("A closing from " + from + " to " + to + " is longer than a year. Check the two days.");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public int compareTo(Closing other) {
        int byFrom = from.compareTo(other.from);
        int byTo = to.compareTo(other.to);
        return byFrom != 0 ? byFrom : byTo != 0 ? byTo : reason.compareTo(other.reason);
    }
}
