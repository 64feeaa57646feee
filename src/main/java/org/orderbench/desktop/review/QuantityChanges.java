package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.ProposalLine;

/**
 * What becomes of several lines' quantities, before anything is changed: what a buyer looks at before a bulk edit, a fill or a paste.
 *
 * @param changes   lines that would get another quantity
 * @param problems  lines that would stay as they are, each with why
 * @param unchanged lines that have the quantity already
 */
record QuantityChanges(List<Change> changes, List<Problem> problems, int unchanged) {

    /** @param raised more than was asked for, to fill the last pack */
    record Change(Row.Line row, Quantity after, boolean raised) {}

    /** @param key of the message that says why, filled with what was typed and the unit */
    record Problem(Row.Line row, String key, String typed) {}

    /** @param typed what each line's quantity is to become, as a buyer would type it */
    static QuantityChanges typed(List<Row.Line> lines, QuantityInput input, Function<Row.Line, String> typed) {
        return read(lines, typed, row -> input.read(typed.apply(row), row.line()));
    }

    /** One amount for all, as it is in each product's own unit. */
    static QuantityChanges amount(List<Row.Line> lines, Quantity amount) {
        return read(lines, row -> amount.toString(), row -> QuantityInput.orderable(amount.value(), row.line()));
    }

    private static QuantityChanges read(List<Row.Line> lines, Function<Row.Line, String> typed, Function<Row.Line, QuantityInput.Result> read) {
        List<Change> changes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int unchanged = 0;
        for (Row.Line row : lines) {
            if (!row.open()) {
                problems.add(new Problem(row, "review.edit.decided", ""));
                continue;
            }
            switch (read.apply(row)) {
                case QuantityInput.Unreadable unreadable -> problems.add(new Problem(row, unreadable.key(), typed.apply(row)));
                case QuantityInput.Amount amount -> {
                    if (amount.quantity().equals(row.line().quantity())) {
                        unchanged++;
                    } else if (amount.quantity().compareTo(row.line().minimum()) < 0) {
                        problems.add(new Problem(row, "review.edit.minimum", row.line().minimum().toString()));
                    } else {
                        changes.add(new Change(row, amount.quantity(), amount.raised()));
                    }
                }
            }
        }
        return new QuantityChanges(changes, problems, unchanged);
    }

    Map<Long, Quantity> quantities() {
        Map<Long, Quantity> map = new LinkedHashMap<>();
        changes.forEach(change -> map.put(change.row().id(), change.after()));
        return map;
    }

    long raised() {
        return changes.stream().filter(Change::raised).count();
    }

    /** What the lines that change are worth now, in the company's currency. */
    Marks before() {
        return Marks.of(changes.stream().map(Change::row).toList());
    }

    /** What they would be worth; as incomplete as {@link #before}. */
    BigDecimal after() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Change change : changes) {
            ProposalLine line = change.row().line();
            BigDecimal now = change.row().companyValue();
            if (now != null && line.quantity().isPositive()) {
                sum = sum.add(now.multiply(change.after().value()).divide(line.quantity().value(), MathContext.DECIMAL64));
            }
        }
        return sum;
    }
}
