package org.orderbench.cache;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** A proposal line's row, locked for a decision. */
record DecisionRow(long id, ProposalRows.Row row) {

    /** What a decision changes. */
    record Stand(LineState state, Quantity quantity, @Nullable Decision decision) {}

    /** Locks the row until the transaction ends; empty when there is no such line. */
    static Optional<DecisionRow> lock(Handle handle, long id) {
        return handle.createQuery("select id from proposal_line where id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .flatMap(locked -> ProposalRows.find(handle, locked))
                .map(row -> new DecisionRow(id, row));
    }

    ProposalLine line() {
        return row.line();
    }

    Stand stand() {
        return new Stand(line().state(), line().quantity(), line().decision());
    }

    void write(Handle handle, Stand after) {
        if (!ProposalRows.move(handle, id, line().state(), after.state(), after.quantity(), after.decision())) {
            throw new IllegalStateException("Line " + id + " moved while it was locked");
        }
    }
}
