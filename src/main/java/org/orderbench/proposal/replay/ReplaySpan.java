package org.orderbench.proposal.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The stretch that is replayed.
 *
 * @param from       the first day that counts
 * @param to         the last day
 * @param warmUpDays days before {@code from} that are played but not counted, so that every way of ordering has its own stock by then
 * @param reviewDays days between two reviews of a SKU
 */
public record ReplaySpan(LocalDate from, LocalDate to, int warmUpDays, int reviewDays) {

    private static final int USUAL_WARM_UP = 60;
    private static final int USUAL_REVIEW = 7;

    public ReplaySpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The replay ends on " + to + ", before it begins on " + from + ". Swap --from and --to.");
        }
    }

    /** So many days up to {@code last}, with two months of warm-up and a review every week. */
    public static ReplaySpan back(LocalDate last, int days) {
        return new ReplaySpan(last.minusDays(days - 1L), last, USUAL_WARM_UP, USUAL_REVIEW);
    }

    int start(ReplayItem item) {
        return Math.max(0, (int) ChronoUnit.DAYS.between(item.from(), from) - warmUpDays);
    }

    int end(ReplayItem item) {
        return Math.clamp(ChronoUnit.DAYS.between(item.from(), to) + 1, 0, item.demand().length);
    }
}
