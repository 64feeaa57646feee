package org.orderbench.desktop.review;

import java.math.BigDecimal;

/**
 * The lines that the next action is about.
 *
 * @param lines    how many
 * @param value    their value in the company's currency
 * @param complete false if some have no rate into it, so that {@code value} is too low
 */
public record Marks(int lines, BigDecimal value, boolean complete) {

    public static final Marks NONE = new Marks(0, BigDecimal.ZERO, true);
}
