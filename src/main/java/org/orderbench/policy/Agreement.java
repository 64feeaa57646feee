package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often, and by how much, people changed what the agent proposed in a slice.
 *
 * @param considered  decisions that count
 * @param unedited    of these, approved as proposed
 * @param bounds      of the share unedited
 * @param medianEdit  over the considered decisions, as a share of the proposed quantity; 0 without any
 * @param p90Edit     likewise, the 90th percentile
 * @param rejections  considered ones by reason, cancellations in Odoo included
 * @param rubberStamps approvals that nobody can have looked at: they weigh nothing
 * @param addedValue  what the edits added to the stock, in the company's currency; null if a line has no value
 * @param removedValue what edits and rejections kept out of it; null if a line has no value
 */
public record Agreement(
        String slice,
        int considered,
        int unedited,
        Wilson bounds,
        double medianEdit,
        double p90Edit,
        SortedMap<String, Integer> rejections,
        int rubberStamps,
        @Nullable BigDecimal addedValue,
        @Nullable BigDecimal removedValue) {

    /** Over one slice and the rule's window. */
    public static Agreement of(String slice, List<Ruling> rulings, EarnRule rule, Instant now) {
        List<Ruling> inWindow = inWindow(slice, rulings, rule, now);
        List<Ruling> considered = considered(inWindow, rule);
        return of(slice, considered, inWindow.size() - considered.size());
    }

    /** Over the latest few considered decisions of the window: what a demotion looks at. */
    public static Agreement latest(String slice, List<Ruling> rulings, EarnRule rule, Instant now) {
        List<Ruling> considered = considered(inWindow(slice, rulings, rule, now), rule);
        return of(slice, considered.subList(Math.max(0, considered.size() - rule.demoteLines()), considered.size()), 0);
    }

    private static List<Ruling> inWindow(String slice, List<Ruling> rulings, EarnRule rule, Instant now) {
        Instant from = now.minus(rule.window());
        return rulings.stream()
                .filter(r -> r.slice().equals(slice) && !r.at().isBefore(from) && !r.at().isAfter(now))
                .sorted(Comparator.comparing(Ruling::at).thenComparing(Ruling::lineId))
                .toList();
    }

    private static List<Ruling> considered(List<Ruling> rulings, EarnRule rule) {
        return rulings.stream().filter(r -> !rule.isRubberStamp(r)).toList();
    }

    private static Agreement of(String slice, List<Ruling> considered, int rubberStamps) {
        int unedited = (int) considered.stream().filter(Ruling::unedited).count();
        double[] edits = considered.stream().mapToDouble(Ruling::edit).sorted().toArray();
        SortedMap<String, Integer> rejections = new TreeMap<>();
        BigDecimal added = BigDecimal.ZERO;
        BigDecimal removed = BigDecimal.ZERO;
        boolean valued = true;
        for (Ruling ruling : considered) {
            if (ruling.outcome() != Ruling.Outcome.APPROVED) {
                rejections.merge(ruling.reason().isBlank() ? "no reason given" : ruling.reason(), 1, Integer::sum);
            }
            BigDecimal units = ruling.decided().minus(ruling.proposed()).value();
            if (ruling.unitValue() == null) {
                valued &= units.signum() == 0;
            } else if (units.signum() > 0) {
                added = added.add(units.multiply(ruling.unitValue()));
            } else {
                removed = removed.subtract(units.multiply(ruling.unitValue()));
            }
        }
        return new Agreement(
                slice,
                considered.size(),
                unedited,
                Wilson.of(unedited, considered.size()),
                percentile(edits, 0.5),
                percentile(edits, 0.9),
                rejections,
                rubberStamps,
                valued ? added : null,
                valued ? removed : null);
    }

    /** The smallest value that at least a share {@code p} of the sorted ones does not exceed. */
    private static double percentile(double[] sorted, double p) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
    }
}
