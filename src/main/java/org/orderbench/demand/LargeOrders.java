package org.orderbench.demand;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * What the buyer said about large orders, by the day on which they left: it overrules rule {@code one-offs}. Immutable.
 *
 * @param said days that are absent are left to the rule
 */
public record LargeOrders(Map<LocalDate, Verdict> said) {

    /** Nothing was said. */
    public static final LargeOrders NONE = new LargeOrders(Map.of());

    /** What a buyer may say. */
    public enum Verdict {
        /** It will come again: learned as it is. */
        RECURS,
        /** It was a one-off: counted as a large but usual order. */
        ONE_OFF
    }

    public LargeOrders {
        said = Map.copyOf(said);
    }

    boolean is(LocalDate day, Verdict verdict) {
        return Objects.equals(said.get(day), verdict);
    }
}
