package org.orderbench.replenish;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orderbench.catalog.Receipt;

/**
 * The time from placing an order to goods on the shelf, in calendar days, as a distribution: what the vendor promises plus the company's own days,
 * mixed by evidence with how early or late its receipts came. With no receipts it is the promise; with many, what was observed.
 *
 * @param planned   its mean, rounded up: what dates are planned with
 * @param low       one in ten takes no longer than this
 * @param high      nine in ten take no longer than this
 * @param promised  the vendor's promise, with the company's days
 * @param observed  how many receipts were looked at
 * @param scenarios possible lead times, ascending
 * @param weights   how likely each is; they add up to 1
 * @param source    where it comes from, for the explanation
 */
public record LeadTime(int planned, int low, int high, int promised, int observed, int[] scenarios, double[] weights, String source) {

    /** The promise counts as much as this many receipts. */
    private static final double PROMISE_WEIGHT = 4;
    /** A receipt of another product of the same vendor says this much about this one. */
    private static final double OTHER_PRODUCT = 0.25;
    /** A receipt counts half after a year. */
    private static final double HALF_LIFE_DAYS = 365;

    private static final double[] CUTS = {0.1, 0.3, 0.5, 0.7, 0.9};

    /** A lead time that somebody fixed. */
    public static LeadTime fixed(int days, String source) {
        return new LeadTime(days, days, days, days, 0, new int[] {days}, new double[] {1}, source);
    }

    /**
     * @param promisedDays the vendor's delay
     * @param companyDays  the company's own days
     * @param receipts     of this vendor, in any order; those of {@code productId} count more
     */
    public static LeadTime of(int promisedDays, int companyDays, int productId, List<Receipt> receipts, LocalDate today) {
        int promise = Math.max(0, promisedDays) + Math.max(0, companyDays);
        List<Lateness> seen = new ArrayList<>();
        double evidence = 0;
        for (Receipt receipt : receipts) {
            if (receipt.received().isAfter(today)) {
                continue;
            }
            double age = Math.max(0, ChronoUnit.DAYS.between(receipt.received(), today));
            double weight = Math.pow(0.5, age / HALF_LIFE_DAYS) * (receipt.productId() == productId ? 1 : OTHER_PRODUCT);
            seen.add(new Lateness((int) ChronoUnit.DAYS.between(receipt.promised(), receipt.received()), weight));
            evidence += weight;
        }
        if (seen.isEmpty()) {
            return fixed(promise, "promised");
        }
        seen.sort(Comparator.comparingInt(Lateness::days));
        double believed = evidence / (evidence + PROMISE_WEIGHT);
        int[] days = new int[CUTS.length + 1];
        double[] weights = new double[CUTS.length + 1];
        int at = 0;
        boolean promisePlaced = false;
        for (double cut : CUTS) {
            int scenario = Math.max(0, promise + quantile(seen, cut * evidence));
            if (!promisePlaced && promise <= scenario) {
                days[at] = promise;
                weights[at++] = 1 - believed;
                promisePlaced = true;
            }
            days[at] = scenario;
            weights[at++] = believed / CUTS.length;
        }
        if (!promisePlaced) {
            days[at] = promise;
            weights[at] = 1 - believed;
        }
        return new LeadTime(
                (int) Math.ceil(mean(days, weights) - 1e-9),
                quantile(days, weights, 0.1),
                quantile(days, weights, 0.9),
                promise,
                seen.size(),
                days,
                weights,
                "promised and " + seen.size() + " receipts");
    }

    /** The same from a day on, for an order placed on {@code placed}: through holidays and days on which nobody takes goods in. */
    LeadTime through(DeliveryCalendar calendar, LocalDate today, LocalDate placed) {
        int[] days = new int[scenarios.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = ahead(calendar, today, placed, scenarios[i]);
        }
        return new LeadTime(
                ahead(calendar, today, placed, planned), ahead(calendar, today, placed, low), ahead(calendar, today, placed, high), promised, observed, days, weights,
                source);
    }

    private static int ahead(DeliveryCalendar calendar, LocalDate today, LocalDate placed, int leadDays) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, calendar.arrival(placed, leadDays)));
    }

    private record Lateness(int days, double weight) {}

    private static int quantile(List<Lateness> sorted, double weight) {
        double sum = 0;
        for (Lateness lateness : sorted) {
            sum += lateness.weight();
            if (sum >= weight) {
                return lateness.days();
            }
        }
        return sorted.getLast().days();
    }

    private static int quantile(int[] days, double[] weights, double p) {
        double sum = 0;
        for (int i = 0; i < days.length; i++) {
            sum += weights[i];
            if (sum >= p) {
                return days[i];
            }
        }
        return days[days.length - 1];
    }

    private static double mean(int[] days, double[] weights) {
        double sum = 0;
        for (int i = 0; i < days.length; i++) {
            sum += days[i] * weights[i];
        }
        return sum;
    }
}
