package org.orderbench.cache;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineMoves;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** Proposal lines in somebody else's transaction: whoever decides writes the decision, its outbox line and its journal entry together. Stateless. */
public final class ProposalRows {

    static final String COLUMNS = "l.id, l.body, l.state, l.quantity, l.decision";

    private ProposalRows() {}

    /** A line with the order that it belongs to. */
    public record Row(ProposalLine line, int vendorId, String vendorName, String warehouseName, String currency) {}

    public static Optional<Row> find(Handle handle, long id) {
        return handle.select(
                        "select " + COLUMNS + ", p.vendor_id, p.vendor_name, p.warehouse_name, p.currency from proposal_line l"
                                + " join proposal p on p.id = l.proposal_id where l.id = ?",
                        id)
                .map((rs, ctx) -> new Row(
                        ProposalJson.line(rs.getLong(1), rs.getString(2), LineState.valueOf(rs.getString(3)), new Quantity(rs.getBigDecimal(4)), rs.getString(5)),
                        rs.getInt(6), rs.getString(7), rs.getString(8), rs.getString(9)))
                .findOne();
    }

    /**
     * Moves a line by compare-and-set.
     *
     * @param quantity what it stands at from now on
     * @param decision what was decided, or null for none (undone, or an edit of an open line)
     * @return false if the line is no longer in {@code from}: somebody else was faster
     * @throws IllegalArgumentException if {@link LineMoves} forbids the move
     */
    public static boolean move(Handle handle, long id, LineState from, LineState to, Quantity quantity, @Nullable Decision decision) {
        if (!LineMoves.legal(from, to)) {
            throw new IllegalArgumentException("A line cannot move from " + from + " to " + to);
        }
        LocalDate until = decision instanceof Decision.Snooze snooze ? snooze.until() : null;
        String json = decision == null ? null : ProposalJson.decision(decision);
        return handle.execute(
                        "update proposal_line set state = ?, quantity = ?, decision = ?, snoozed_until = ? where id = ? and state = ?",
                        to.name(), quantity.value(), json, until, id, from.name())
                == 1;
    }

    /** Lines in some states, oldest first. */
    public static List<Long> inState(Handle handle, LineState state) {
        return handle.select("select id from proposal_line where state = ? order by id", state.name()).mapTo(Long.class).list();
    }
}
