package org.orderbench.replenish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When our own warehouses take in goods.
 *
 * @param days     the weekdays on which goods are taken in; empty for all
 * @param closings our own holidays
 */
public record Receiving(Set<DayOfWeek> days, List<Closing> closings) {

    /** On any day. */
    public static final Receiving ALWAYS = new Receiving(Set.of(), List.of());

    public Receiving {
        days = Set.copyOf(days);
        closings = closings.stream().sorted().toList();
    }

    boolean takesInOn(LocalDate day) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek())) && closings.stream().noneMatch(closing -> closing.contains(day));
    }
}
