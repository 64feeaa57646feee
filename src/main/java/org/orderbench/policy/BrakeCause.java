package org.orderbench.policy;

/** Why a brake is on. */
public enum BrakeCause {
    /** Somebody pulled it. */
    HAND("Whoever may change the policy releases it."),
    /** Buyers changed too much of what was proposed in a slice with authority. */
    AGREEMENT_FELL("Look at the evidence of the slice and lower its level, then release it."),
    /** Forecasts have been wrong in one direction for some time. */
    FORECAST_BIASED("Look at the forecasts that missed and mark what was a one-off, or lower the level of the slice, then release it."),
    /** Far more than usual was about to be written in one day. */
    UNUSUAL_TOTAL("Look at today's proposals, approve by hand what is right, then release it."),
    /** Writing was in doubt again and again. */
    REPEATED_DOUBT("Settle the orders in the outbox, check the connection, then release it."),
    /** The cache is too old to buy by. */
    STALE_DATA("A complete sync lifts it by itself.");

    private final String lifting;

    BrakeCause(String lifting) {
        this.lifting = lifting;
    }

    /** What lifts it, in a sentence for a person. */
    public String lifting() {
        return lifting;
    }

    /** Whether it goes off without a person as soon as the cause is gone. */
    public boolean liftsItself() {
        return this == STALE_DATA;
    }

    /** Whether the other clients have the same reason to stop; else it concerns this machine only. */
    public boolean concernsAll() {
        return this == AGREEMENT_FELL || this == FORECAST_BIASED || this == UNUSUAL_TOTAL;
    }
}
