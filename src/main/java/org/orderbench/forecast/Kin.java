package org.orderbench.forecast;

/**
 * How a series stands to its pool.
 *
 * @param category series of one category lend each other their year; empty for those of none
 * @param aligned  whether its dates are the pool's; if not, it shares no year
 * @param after    buckets by which it ends after the pool did
 */
record Kin(String category, boolean aligned, int after) {

    static final Kin SAME_DATES = new Kin("", true, 0);
    static final Kin OTHER_DATES = new Kin("", false, 0);
}
