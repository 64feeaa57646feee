package org.orderbench.proposal.replay;

/**
 * Odoo's reordering rule with the usual textbook figures, set once from the year before: the minimum is mean demand over lead time and review period
 * plus a factor times its standard deviation, the maximum is that and an order cycle of mean demand. Orders up to the maximum when stock and incoming
 * fall to the minimum.
 */
final class MinMax implements OrderingWay {

    private static final int YEAR = 365;

    private final double mean;
    private final double deviation;
    private final int reviewDays;
    private final int cycleDays;

    MinMax(ReplayItem item, int start, int reviewDays, int cycleDays) {
        int from = Math.max(0, start - YEAR);
        double sum = 0;
        double squares = 0;
        for (int day = from; day < start; day++) {
            sum += item.demand()[day];
            squares += item.demand()[day] * item.demand()[day];
        }
        int n = Math.max(1, start - from);
        this.mean = sum / n;
        this.deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        this.reviewDays = reviewDays;
        this.cycleDays = cycleDays;
    }

    /** @param strength the safety factor z */
    @Override
    public double wants(Situation situation, double strength) {
        int days = situation.item().promised() + reviewDays;
        double minimum = Math.max(0, mean * days + strength * deviation * Math.sqrt(days));
        double position = situation.position();
        return position <= minimum && mean > 0 ? minimum + mean * cycleDays - position : 0;
    }
}
