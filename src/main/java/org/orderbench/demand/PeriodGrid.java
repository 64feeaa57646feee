package org.orderbench.demand;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

        private final String rule;

        BadPeriodException(String rule, String message) {
            super(message);
            this.rule = rule;
        }

        /** The stable name of the rule that the period breaks. */
        public String rule() {
            return rule;
        }
    }

    /** Distances rarer than one in so many are slips of the pen, not the file's rhythm. */
    private static final int SLIPS = 100;

    /**
     * The grid that these periods lie on: the smallest distance between neighbours that isn't a rare slip. From four weeks on, and with the same day
     * of the month nearly throughout, it counts months.
     *
     * @param series for some series the periods in file order; what cannot be read is passed over
     */
    public static PeriodGrid of(List<List<String>> series) {
        Map<Long, Integer> days = new TreeMap<>();
        Map<Long, Integer> months = new TreeMap<>();
        Map<Long, Integer> numbers = new TreeMap<>();
        for (List<String> periods : series) {
            for (int i = 1; i < periods.size(); i++) {
                String one = periods.get(i - 1);
                String two = periods.get(i);
                if (isNumber(one) && isNumber(two)) {
                    count(numbers, Long.parseLong(two) - Long.parseLong(one));
                    continue;
                }
                try {
                    LocalDate first = date(one);
                    LocalDate second = date(two);
                    count(days, second.toEpochDay() - first.toEpochDay());
                    if (first.getDayOfMonth() == second.getDayOfMonth()) {
                        count(months, month(second) - month(first));
                    }
                } catch (BadPeriodException e) {
                    continue;
                }
            }
        }
        int ofDays = all(days);
        if (ofDays < all(numbers) || ofDays == 0) {
            return numbers.isEmpty() ? new PeriodGrid(Kind.DAYS, 1) : new PeriodGrid(Kind.NUMBERS, step(numbers));
        }
        long step = step(days);
        if (step >= MONTH_LEAST && all(months) >= ofDays - ofDays / SLIPS) {
            return new PeriodGrid(Kind.MONTHS, step(months));
        }
        return new PeriodGrid(Kind.DAYS, step % WEEK == 0 ? WEEK : step);
    }

    private static void count(Map<Long, Integer> distances, long apart) {
        if (apart != 0) {
            distances.merge(Math.abs(apart), 1, Integer::sum);
        }
    }

    private static int all(Map<Long, Integer> distances) {
        return distances.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long step(Map<Long, Integer> distances) {
        int rare = all(distances) / SLIPS;
        return distances.entrySet().stream().filter(e -> e.getValue() > rare).mapToLong(Map.Entry::getKey).min().orElseGet(() -> Collections.min(distances.keySet()));
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
                    throw new BadPeriodException("period", "the period \"" + shown(period) + "\" is no whole number, as the others are");
                }
                yield Long.parseLong(period);
            }
        };
    }

    /** How many periods lie from one place to a later one. */
    public int steps(long from, long to) throws BadPeriodException {
        if (to == from) {
            throw new BadPeriodException("period-twice", "the period is there twice for this series");
        }
        if (to < from) {
            throw new BadPeriodException("period-order", "the period lies before the one above it: sort each series by period");
        }
        long apart = to - from;
        if (apart % step != 0) {
            throw new BadPeriodException("period-rhythm", "the period lies off the file's rhythm of " + step + " " + kind.name().toLowerCase(java.util.Locale.ROOT));
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
            throw new BadPeriodException("period", "the period \"" + shown(text) + "\" is neither a date such as 2026-03-31 nor a whole number");
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
    }
}
