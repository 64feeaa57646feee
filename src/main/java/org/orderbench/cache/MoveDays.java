package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;

/**
 * Sums one SKU's done moves into days. Moves come in the order of time. What a move means: from the warehouse to a customer or to production is demand
 * that was served; back from a customer is a return; everything else that enters or leaves (receipts, counts, scrap, transfers to another warehouse)
 * only changes the stock.
 */
final class MoveDays {

    private final List<DayMoves> days = new ArrayList<>();
    private BigDecimal issued = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal other = BigDecimal.ZERO;
    private BigDecimal largest = BigDecimal.ZERO;
    private LocalDate day = LocalDate.MIN;

    void leaves(LocalDate on, FactsTables.Place to, BigDecimal quantity) {
        turnTo(on);
        boolean customer = to.usage().equals("customer");
        if (customer || to.usage().equals("production")) {
            issued = issued.add(quantity);
            largest = customer ? largest.max(quantity) : largest;
        } else {
            other = other.subtract(quantity);
        }
    }

    void enters(LocalDate on, FactsTables.Place from, BigDecimal quantity) {
        turnTo(on);
        if (from.usage().equals("customer")) {
            returned = returned.add(quantity);
        } else {
            other = other.add(quantity);
        }
    }

    private void turnTo(LocalDate on) {
        if (!on.equals(day)) {
            close();
            day = on;
        }
    }

    private void close() {
        if (!day.equals(LocalDate.MIN)) {
            days.add(new DayMoves(day, new Quantity(issued), new Quantity(returned), new Quantity(other), new Quantity(largest)));
        }
        issued = BigDecimal.ZERO;
        returned = BigDecimal.ZERO;
        other = BigDecimal.ZERO;
        largest = BigDecimal.ZERO;
        day = LocalDate.MIN;
    }

    List<DayMoves> days() {
        close();
        return days;
    }
}
