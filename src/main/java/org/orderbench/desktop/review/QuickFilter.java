package org.orderbench.desktop.review;

import java.util.function.Predicate;
import org.orderbench.proposal.LineState;

/** The questions a buyer asks the list first. Each is a button with its count. */
public enum QuickFilter {
    /** Waiting for a decision. */
    OPEN("open", true, Row.Line::open),
    /** Waiting, and short before the order could arrive. */
    URGENT("urgent", true, row -> row.open() && row.line().urgent()),
    /** Waiting, and more than a line may without a person being asked. */
    OVER_CEILING("over-ceiling", false, row -> row.open() && row.overCeiling()),
    /** Waiting, and proposed in another quantity yesterday. */
    CHANGED("changed", false, row -> row.open() && row.news().before() != null),
    /** Waiting, and not proposed yesterday. */
    NEW("new", false, row -> row.open() && row.news().fresh()),
    /** What a buyer decided or typed no longer stands, because the facts changed. */
    CONFLICT("conflict", false, Row.Line::factsChanged),
    /** Waiting, and the forecast stands on little. */
    UNSURE("unsure", false, row -> row.open() && row.line().confidence() < Confidence.UNSURE_BELOW),
    APPROVED("approved", true, row -> row.line().state() == LineState.APPROVED),
    /** Rejected or snoozed. */
    ASIDE("aside", true, row -> row.line().state() == LineState.REJECTED || row.line().state() == LineState.SNOOZED),
    ALL("all", true, row -> true);

    /** {@code values()} would copy it each time. */
    private static final QuickFilter[] EVERY = values();

    private final String id;
    private final boolean always;
    private final Predicate<Row.Line> admits;

    QuickFilter(String id, boolean always, Predicate<Row.Line> admits) {
        this.id = id;
        this.always = always;
        this.admits = admits;
    }

    /** Key of its words; those that say more have {@code .hint} behind it. */
    public String key() {
        return "review.filter." + id;
    }

    /** Its button is there even if it would show nothing. */
    boolean always() {
        return always;
    }

    /** All that would show a line, one bit each by {@link #bit}: asked once a line, not once a look at it. */
    static int admitting(Row.Line line) {
        int bits = 0;
        for (QuickFilter filter : EVERY) {
            bits |= filter.admits.test(line) ? filter.bit() : 0;
        }
        return bits;
    }

    int bit() {
        return 1 << ordinal();
    }
}
