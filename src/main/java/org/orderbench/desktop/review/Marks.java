package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.util.List;

/**
 * The lines that the next action is about.
 *
 * @param lines    how many
 * @param value    their value in the company's currency, at their present quantities
 * @param complete false if some have no rate into it, so that {@code value} is too low
 */
public record Marks(int lines, BigDecimal value, boolean complete) {

    public static final Marks NONE = new Marks(0, BigDecimal.ZERO, true);

    static Marks of(List<Row.Line> lines) {
        BigDecimal value = BigDecimal.ZERO;
        boolean complete = true;
        for (Row.Line line : lines) {
            BigDecimal worth = line.companyValue();
            complete &= worth != null;
            value = worth == null ? value : value.add(worth);
        }
        return new Marks(lines.size(), value, complete);
    }
}
