package org.orderbench.proposal.replay;

/** Odoo 19's suggestion: what the last 30 days sold, for the days to cover, less stock and incoming. */
final class LastThirtyDays implements OrderingWay {

    private static final int BASIS = 30;

    private final int reviewDays;

    LastThirtyDays(int reviewDays) {
        this.reviewDays = reviewDays;
    }

    /** @param strength the suggestion's percentage, as a factor */
    @Override
    public double wants(Situation situation, double strength) {
        double sold = 0;
        for (int day = Math.max(0, situation.day() - BASIS); day < situation.day(); day++) {
            sold += situation.item().demand()[day];
        }
        int days = situation.item().promised() + reviewDays;
        return Math.max(0, sold / BASIS * days * strength - situation.position());
    }
}
