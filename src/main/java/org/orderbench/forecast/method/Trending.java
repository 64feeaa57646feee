package org.orderbench.forecast.method;

/** A method that takes the season out, continues what is left, and puts the season back. */
interface Trending extends Method {

    /**
     * Continues a history that has no season; neither need be positive.
     *
     * @param fits of a history of at least one bucket
     */
    double[] ahead(Fits fits, int horizon);

    @Override
    default double[] path(double[] y, int season, int horizon) {
        Season cycle = Season.of(y, season);
        return path(y, cycle, new Fits(cycle.adjusted), horizon);
    }

    /** The same from what others have fitted already. */
    default double[] path(double[] y, Season cycle, Fits fits, int horizon) {
        return Numbers.guarded(cycle.onto(ahead(fits, horizon)), y);
    }
}
