package org.orderbench.demand;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How the periods of a demand file follow each other, so that a gap is seen: by whole numbers of days or of months, or as plain numbers.
 *
 * @param kind what a period is written as
 * @param step days, months or numbers from one period to the next
 */
public record PeriodGrid(Kind kind, long step) {

    /** How a period is written, and what lies between two. */
    public enum Kind {
        /** {@code 2026-03-31}, days apart. */
        DAYS,
        /** {@code 2026-03-01} or {@code 2026-03}, months apart. */
        MONTHS,
        /** {@code 17}. */
        NUMBERS
    }

    private static final int MONTH_LEAST = 28;
    private static final int WEEK = 7;
    private static final int YEAR_OF_WEEKS = 364;
    private static final int YEAR_OF_MONTHS = 12;

    /** Thrown for a period that cannot be read or lies off the grid; the message names the rule. */
    public static final class BadPeriodException extends Exception {
        private static final long serialVersionUID = 1L;

        BadPeriodException(String message) {
            super(message);
        }
    }

    /**
     * The grid that these periods lie on: the smallest distance between neighbours. From four weeks on, and with the same day of the month
     * throughout, it counts months.
     *
     * @param series for some series the periods in file order; what cannot be read is passed over
     */
    public static PeriodGrid of(List<List<String>> series) {
        long days = Long.MAX_VALUE;
        long months = Long.MAX_VALUE;
        long numbers = Long.MAX_VALUE;
        boolean sameDay = true;
        for (List<String> periods : series) {
            for (int i = 1; i < periods.size(); i++) {
                String one = periods.get(i - 1);
                String two = periods.get(i);
                if (isNumber(one) && isNumber(two)) {
                    long apart = Math.abs(Long.parseLong(two) - Long.parseLong(one));
                    numbers = apart > 0 ? Math.min(numbers, apart) : numbers;
                    continue;
                }
                try {
                    LocalDate first = date(one);
                    LocalDate second = date(two);
                    long apart = Math.abs(second.toEpochDay() - first.toEpochDay());
                    if (apart > 0) {
                        days = Math.min(days, apart);
                        sameDay &= first.getDayOfMonth() == second.getDayOfMonth();
                        months = Math.min(months, Math.max(1, Math.abs(month(second) - month(first))));
                    }
                } catch (BadPeriodException e) {
                    continue;
                }
            }
        }
        if (days == Long.MAX_VALUE) {
            return numbers == Long.MAX_VALUE ? new PeriodGrid(Kind.DAYS, 1) : new PeriodGrid(Kind.NUMBERS, numbers);
        }
        if (days >= MONTH_LEAST && sameDay) {
            return new PeriodGrid(Kind.MONTHS, months);
        }
        return new PeriodGrid(Kind.DAYS, days % WEEK == 0 ? WEEK : days);
    }

    /** Periods in a year (of 52 weeks, for days and weeks); 1 where dates don't tell or a year is no whole number of them. */
    public int year() {
        long parts = switch (kind) {
            case DAYS -> YEAR_OF_WEEKS;
            case MONTHS -> YEAR_OF_MONTHS;
            case NUMBERS -> 1;
        };
        return parts % step == 0 ? Math.toIntExact(parts / step) : 1;
    }

    /** The place of a period on the grid's axis, in days, months or numbers. */
    public long at(String period) throws BadPeriodException {
        return switch (kind) {
            case DAYS -> date(period).toEpochDay();
            case MONTHS -> month(date(period));
            case NUMBERS -> {
                if (!isNumber(period)) {
                    throw new BadPeriodException("the period \"" + shown(period) + "\" is no whole number, as the others are");
                }
                yield Long.parseLong(period);
            }
        };
    }

    /** How many periods lie from one place to a later one. */
    public int steps(long from, long to) throws BadPeriodException {
        if (to == from) {
            throw new BadPeriodException("the period is there twice for this series");
        }
        if (to < from) {
            throw new BadPeriodException("the period lies before the one above it: sort each series by period");
        }
        long apart = to - from;
        if (apart % step != 0) {
            throw new BadPeriodException("the period lies off the file's rhythm of " + step + " " + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, apart / step));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue();
    }

    private static LocalDate date(String text) throws BadPeriodException {
        try {
            return text.length() == 7 ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadPeriodException("the period \"" + shown(text) + "\" is neither a date such as 2026-03-31 nor a whole number");
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
    }
}
