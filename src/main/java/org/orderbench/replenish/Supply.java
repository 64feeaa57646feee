package org.orderbench.replenish;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;

/**
 * One SKU's supply, dated: what lies in the warehouse, what is promised to other uses, what is on its way and when it counts. In the product's own unit.
 *
 * @param today           the day it is seen from
 * @param onHand          in the warehouse's internal locations; may be negative
 * @param reservedElsewhere reserved for something other than the committed deliveries, such as production: not ours to sell
 * @param arrivals        what is still to come and counts, by day, late ones moved
 * @param apart           drafts that are shown but do not count
 * @param committed       confirmed customer deliveries still to leave, by day
 */
public record Supply(
        LocalDate today,
        Quantity onHand,
        Quantity reservedElsewhere,
        List<SupplyProjection.Arrival> arrivals,
        List<SupplyProjection.Arrival> apart,
        Map<LocalDate, Quantity> committed) {

    public Supply {
        arrivals = List.copyOf(arrivals);
        apart = List.copyOf(apart);
        committed = Map.copyOf(committed);
    }

    /**
     * @param forgottenDays a receipt that is later than this is no longer counted on: somebody must ask the vendor
     * @param draftDays  when a quotation without a date, ordered today, would arrive
     * @param usualDelay how many days later than promised the vendor usually is when it is late; at least 1
     */
    static Supply of(SkuFacts facts, boolean countDrafts, int forgottenDays, int draftDays, int usualDelay) {
        LocalDate today = facts.today();
        List<SupplyProjection.Arrival> counted = new ArrayList<>();
        List<SupplyProjection.Arrival> apart = new ArrayList<>();
        for (PurchaseLine line : facts.openLines()) {
            if (!line.outstanding().isPositive()) {
                continue;
            }
            LocalDate promised = promised(line, today, draftDays);
            boolean tentative = line.isDraft() || line.waitsForApproval();
            // A quotation cannot arrive before somebody orders it.
            LocalDate earliest = tentative ? today.plusDays(draftDays) : today;
            LocalDate on = promised.isBefore(today) ? today.plusDays(tentative ? draftDays : Math.max(1, usualDelay)) : promised;
            on = on.isBefore(earliest) ? earliest : on;
            SupplyProjection.Arrival arrival =
                    new SupplyProjection.Arrival(line.orderName(), line.orderId(), promised, on, line.outstanding(), standing(line));
            boolean forgotten = !tentative && ChronoUnit.DAYS.between(promised, today) > forgottenDays;
            (forgotten || (line.isDraft() && !countDrafts) ? apart : counted).add(arrival);
        }
        counted.sort(Comparator.comparing(SupplyProjection.Arrival::on).thenComparing(SupplyProjection.Arrival::orderId));
        Quantity committed = facts.committed().values().stream().reduce(Quantity.ZERO, Quantity::plus);
        Quantity elsewhere = facts.stock().reserved().minus(committed).max(Quantity.ZERO);
        return new Supply(today, facts.stock().onHand(), elsewhere, counted, apart, facts.committed());
    }

    private static SupplyProjection.Standing standing(PurchaseLine line) {
        if (line.waitsForApproval()) {
            return SupplyProjection.Standing.TO_APPROVE;
        }
        return line.isDraft() ? SupplyProjection.Standing.DRAFT : SupplyProjection.Standing.CONFIRMED;
    }

    private static LocalDate promised(PurchaseLine line, LocalDate today, int draftDays) {
        if (line.plannedDate() != null) {
            return line.plannedDate();
        }
        return line.approvedAt() == null
                ? today.plusDays(draftDays)
                : LocalDate.ofInstant(line.approvedAt(), ZoneOffset.UTC).plusDays(draftDays);
    }

    /** What can be sold by the end of a day, before demand: on hand and what has arrived by then. */
    public Quantity by(int daysAhead) {
        LocalDate day = today.plusDays(daysAhead);
        Quantity sum = onHand.minus(reservedElsewhere);
        for (SupplyProjection.Arrival arrival : arrivals) {
            if (!arrival.on().isAfter(day)) {
                sum = sum.plus(arrival.quantity());
            }
        }
        return sum;
    }

    /** Drafts and orders to approve that count, and come after a day. */
    List<SupplyProjection.Arrival> draftsAfter(int daysAhead) {
        LocalDate day = today.plusDays(daysAhead);
        return arrivals.stream().filter(arrival -> !arrival.confirmed() && arrival.on().isAfter(day)).toList();
    }

    Quantity available() {
        return onHand.minus(reservedElsewhere);
    }

    /** Everything that counts, whenever it comes. */
    Quantity all() {
        return arrivals.stream().map(SupplyProjection.Arrival::quantity).reduce(available(), Quantity::plus);
    }

    /** What is still to come and is confirmed. */
    public Quantity incoming() {
        return arrivals.stream().filter(SupplyProjection.Arrival::confirmed).map(SupplyProjection.Arrival::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** What quotations and orders to approve would bring, counted or not. */
    public Quantity drafts() {
        return Stream.concat(arrivals.stream(), apart.stream())
                .filter(arrival -> !arrival.confirmed())
                .map(SupplyProjection.Arrival::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
