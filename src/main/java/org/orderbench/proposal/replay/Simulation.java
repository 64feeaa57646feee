package org.orderbench.proposal.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.orderbench.catalog.Quantity;

/**
 * One SKU, day by day: what is due arrives in the morning, the review orders, customers take what is there; what is not there is lost. The vendor's
 * minimum and pack hold for every way of ordering, and an order placed on a day takes equally long for each.
 */
final class Simulation {

    private final ReplayItem item;
    private final ReplaySpan span;

    Simulation(ReplayItem item, ReplaySpan span) {
        this.item = item;
        this.span = span;
    }

    Tally run(OrderingWay way, double strength) {
        double cost = item.unitCost().doubleValue();
        double onHand = openingStock();
        List<Situation.Shipment> onOrder = new ArrayList<>();
        List<Situation.Shipment> received = new ArrayList<>();
        Tally tally = Tally.NONE;
        int first = span.start(item);
        int firstCounted = first + span.warmUpDays();
        int end = span.end(item);
        int offset = Math.floorMod(item.id().hashCode(), span.reviewDays());
        for (int day = first; day < end; day++) {
            for (Iterator<Situation.Shipment> due = onOrder.iterator(); due.hasNext(); ) {
                Situation.Shipment shipment = due.next();
                if (shipment.arrives() <= day) {
                    onHand += shipment.quantity();
                    received.add(shipment);
                    due.remove();
                }
            }
            double ordered = 0;
            if ((day + offset) % span.reviewDays() == 0) {
                ordered = orderable(way.wants(new Situation(item, day, onHand, List.copyOf(onOrder), List.copyOf(received)), strength));
                if (ordered > 0) {
                    onOrder.add(shipment(day, ordered));
                }
            }
            double wanted = item.demand()[day];
            double served = Math.min(wanted, onHand);
            onHand -= served;
            if (day >= firstCounted) {
                tally = tally.plus(new Tally(
                        wanted * cost, served * cost, onHand * cost, 0, served < wanted ? 1 : 0, ordered > 0 ? 1 : 0, ordered * cost));
            }
        }
        return tally.plus(new Tally(0, 0, 0, Math.max(0, end - firstCounted), 0, 0, 0));
    }

    private double orderable(double wanted) {
        if (!(wanted >= 0.5)) {
            return 0;
        }
        Quantity quantity = Quantity.of(wanted).max(item.minimum()).upTo(item.step());
        return quantity.toDouble();
    }

    private Situation.Shipment shipment(int day, double quantity) {
        SplittableRandom random = new SplittableRandom(31L * item.id().hashCode() + day);
        int late = item.lateness()[random.nextInt(item.lateness().length)];
        int promised = day + item.promised();
        return new Situation.Shipment(day, promised, Math.max(day + 1, promised + late), quantity);
    }

    /** The mean demand of lead time and two reviews, from the year before: the same for every way, and mostly gone when counting begins. */
    private double openingStock() {
        int start = span.start(item);
        int from = Math.max(0, start - 365);
        double sum = 0;
        for (int day = from; day < start; day++) {
            sum += item.demand()[day];
        }
        return Math.ceil(sum / Math.max(1, start - from) * (item.promised() + 2.0 * span.reviewDays()));
    }
}
