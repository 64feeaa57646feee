package org.orderbench.proposal.replay;

import java.util.List;

/**
 * One SKU on a review day, as it was known then.
 *
 * @param day      index into the item's demand: everything before it is history
 * @param onHand   in stock this morning
 * @param onOrder  ordered and not yet here, oldest first
 * @param received what came so far
 */
record Situation(ReplayItem item, int day, double onHand, List<Shipment> onOrder, List<Shipment> received) {

    /** @param promised and {@code arrives}: day indexes; a policy may look at {@code arrives} of what has come only */
    record Shipment(int ordered, int promised, int arrives, double quantity) {}

    double position() {
        return onHand + onOrder.stream().mapToDouble(Shipment::quantity).sum();
    }
}
