package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** A proposal line's row, locked for a decision: what moves, and the line as it was proposed. */
record DecisionRow(
        long id, int companyId, int warehouseId, int productId, Stand stand, ProposalLine line, int vendorId, String vendorName, String warehouseName, String currency) {

    /** What a decision changes. */
    record Stand(LineState state, Quantity quantity, @Nullable Decision decision) {}

    /** Locks the row until the transaction ends; empty when there is no such line. */
    static Optional<DecisionRow> lock(Handle handle, long id) {
        return handle.createQuery("select * from proposal_line where id = :id for update")
                .bind("id", id)
                .map((row, context) -> new Locked(
                        row.getLong("proposal_id"), row.getInt("company_id"), row.getInt("warehouse_id"), row.getInt("product_id"),
                        LineState.valueOf(row.getString("state")), row.getBigDecimal("quantity"), row.getString("body"), row.getString("decision")))
                .findOne()
                .map(locked -> handle.createQuery("select vendor_id, vendor_name, warehouse_name, currency from proposal where id = :id")
                        .bind("id", locked.proposal())
                        .map((row, context) -> new DecisionRow(
                                id, locked.company(), locked.warehouse(), locked.product(), locked.stand(), locked.line(id), row.getInt(1),
                                row.getString(2), row.getString(3), row.getString(4)))
                        .one());
    }

    void write(Handle handle, Stand after) {
        handle.execute(
                "update proposal_line set state = ?, quantity = ?, decision = ? where id = ?",
                after.state().name(), after.quantity().value(), after.decision() == null ? null : CacheJson.write(after.decision()), id);
    }

    private record Locked(
            long proposal, int company, int warehouse, int product, LineState state, BigDecimal quantity, String body, @Nullable String decision) {

        Stand stand() {
            return new Stand(state, new Quantity(quantity), decision == null ? null : CacheJson.read(decision, Decision.class));
        }

        ProposalLine line(long id) {
            try {
                ObjectNode json = (ObjectNode) CacheJson.mapper().readTree(body);
                json.put("id", id);
                json.put("state", state.name());
                json.set("quantity", CacheJson.mapper().valueToTree(new Quantity(quantity)));
                json.set("decision", decision == null ? null : CacheJson.mapper().readTree(decision));
                return CacheJson.mapper().treeToValue(json, ProposalLine.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot read proposal line " + id + " from the cache", e);
            }
        }
    }
}
