package org.orderbench.proposal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The legal moves of a proposal line, as one table. The store applies a move by compare-and-set; a move that is not here is a defect of the caller.
 */
public final class LineMoves {

    private static final Map<LineState, Set<LineState>> TABLE = new EnumMap<>(Map.of(
            LineState.OPEN, EnumSet.of(LineState.OPEN, LineState.APPROVED, LineState.REJECTED, LineState.SNOOZED, LineState.SUPERSEDED),
            // Undone before sending, or refused by the facts; deleted in Odoo counts as rejected.
            LineState.APPROVED, EnumSet.of(LineState.OPEN, LineState.REJECTED),
            LineState.REJECTED, EnumSet.of(LineState.OPEN),
            LineState.SNOOZED, EnumSet.of(LineState.OPEN, LineState.SUPERSEDED),
            LineState.SUPERSEDED, EnumSet.noneOf(LineState.class)));

    private LineMoves() {}

    /** OPEN to OPEN is an edit of the quantity. */
    public static boolean legal(LineState from, LineState to) {
        return TABLE.getOrDefault(from, Set.of()).contains(to);
    }
}
