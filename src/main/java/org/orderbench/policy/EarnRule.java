package org.orderbench.policy;

import java.time.Duration;

/**
 * How a slice earns more authority, slowly, and loses it, fast.
 *
 * @param window          how far back decisions count
 * @param minimumLines    the fewest considered decisions for an offer
 * @param promoteFrom     the least that the lower bound of the unedited share must be
 * @param largestEdit     the most that the 90th percentile of the edits may be, as a share
 * @param trackingLimit   the most that the tracking signal may be, either way
 * @param demoteLines     how many of the latest considered decisions a demotion looks at
 * @param demoteFewest    the fewest that it needs
 * @param demoteBelow     a slice whose lower bound over them is under this loses a level
 * @param bulk            approving more lines than this in one stroke is a rubber stamp
 * @param glance          approving with less time than this for a line is a rubber stamp
 */
public record EarnRule(
        Duration window,
        int minimumLines,
        double promoteFrom,
        double largestEdit,
        double trackingLimit,
        int demoteLines,
        int demoteFewest,
        double demoteBelow,
        int bulk,
        Duration glance) {

    public static EarnRule careful() {
        return new EarnRule(Duration.ofDays(60), 50, 0.85, 0.25, 4, 30, 8, 0.5, 10, Duration.ofSeconds(2));
    }

    /** Whether an approval tells nothing, because nobody can have looked. Edits and rejections always tell. */
    public boolean isRubberStamp(Ruling ruling) {
        return ruling.unedited() && (ruling.batch() > bulk || ruling.dwell() == null || ruling.dwell().compareTo(glance) < 0);
    }
}
