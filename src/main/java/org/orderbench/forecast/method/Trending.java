package org.orderbench.forecast.method;

/** A method that takes the season out, continues what is left, and puts the season back. */
interface Trending extends Method {

    /**
     * Continues a history that has no season; neither need be positive.
     *
     * @param x at least one bucket
     */
    double[] ahead(double[] x, int horizon);

    @Override
    default double[] path(double[] y, int season, int horizon) {
        Season cycle = Season.of(y, season);
        return Numbers.guarded(cycle.onto(ahead(cycle.adjusted, horizon)), y);
    }
}
