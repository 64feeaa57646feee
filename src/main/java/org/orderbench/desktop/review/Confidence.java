package org.orderbench.desktop.review;

/** When a forecast can be relied on. */
final class Confidence {

    /** Forecasts with less confidence than this deserve a second look. */
    static final double UNSURE_BELOW = 0.4;

    private Confidence() {}
}
