package org.orderbench.demand;

/** The lengths of time over which days of demand are summed before they are forecast. A month is four weeks, so that all are equal. */
public enum BucketSize {
    DAY(1, 7, "daily"),
    WEEK(7, 52, "weekly"),
    FOUR_WEEKS(28, 13, "four-weekly");

    /** Below this many buckets of four weeks there are too few to learn from, and weeks are taken. */
    private static final int FEWEST = 18;

    private static final int YEAR = 364;
    private static final double FAST = 0.75;
    private static final int SHORT = 14;
    private static final double SLOW = 56;

    private final int days;
    private final int season;
    private final String word;

    BucketSize(int days, int season, String word) {
        this.days = days;
        this.season = season;
        this.word = word;
    }

    public int days() {
        return days;
    }

    /** Buckets in the cycle that matters: the week for days, the year for the others. */
    public int season() {
        return season;
    }

    /** Buckets in a year of 52 weeks. */
    public int year() {
        return YEAR / days;
    }

    public String word() {
        return word;
    }

    /**
     * Days where the stretch to cover is two weeks at most and three days in four have demand; four weeks where days with demand lie eight
     * weeks apart; else weeks.
     */
    public static BucketSize of(CleanDemand demand, int protectionDays) {
        double days = demand.days();
        int busy = demand.daysWithDemand();
        if (protectionDays <= SHORT && busy >= FAST * days && days >= 2 * DAY.season * DAY.season) {
            return DAY;
        }
        return busy * SLOW < days && days >= FEWEST * FOUR_WEEKS.days ? FOUR_WEEKS : WEEK;
    }

    /** Sums of days, aligned to the last day; the days at the start that fill no bucket are left out. Censored days count as filled. */
    public double[] sums(CleanDemand demand) {
        double[] filled = demand.filled();
        double[] sums = new double[filled.length / days];
        int skip = filled.length - sums.length * days;
        for (int d = skip; d < filled.length; d++) {
            sums[(d - skip) / days] += filled[d];
        }
        return sums;
    }
}
