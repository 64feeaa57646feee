package org.orderbench.proposal.replay;

/** A way of ordering, prepared for one SKU. Used by one thread. */
interface OrderingWay {

    /**
     * What it orders on a review day, before the vendor's terms; zero for nothing.
     *
     * @param strength how cautious it is, in its own measure; more is never less stock
     */
    double wants(Situation situation, double strength);
}
