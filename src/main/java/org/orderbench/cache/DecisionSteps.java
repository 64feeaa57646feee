package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.DecisionRow.Stand;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.LineState;

/** What was decided in which order, for undo and redo; kept in the cache, so it survives a restart. */
final class DecisionSteps {

    /** How far back undo looks for a decision that is not sent yet. */
    private static final int DEPTH = 200;

    record Step(long id, String action) {}

    /** @param policyVersion the version of the policy that the line was judged by */
    record Change(long line, Stand before, Stand after, long policyVersion) {}

    /** A new step; what was undone before it can no longer be done again. */
    void add(Handle handle, Instant at, String by, String action, List<Change> changes) {
        handle.execute("delete from decision_change where step_id in (select id from decision_step where undone)");
        handle.execute("delete from decision_step where undone");
        long step = handle.createUpdate("insert into decision_step (at, actor, action) values (:at, :by, :action)")
                .bind("at", at)
                .bind("by", by)
                .bind("action", action)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        for (Change change : changes) {
            handle.execute(
                    """
                    insert into decision_change (step_id, proposal_line_id, before_state, before_quantity, before_decision, after_state, after_quantity, after_decision, policy_version)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    step, change.line(), change.before().state().name(), change.before().quantity().value(), json(change.before()),
                    change.after().state().name(), change.after().quantity().value(), json(change.after()), change.policyVersion());
        }
    }

    private static @Nullable String json(Stand stand) {
        return stand.decision() == null ? null : ProposalJson.decision(stand.decision());
    }

    /** The steps that stand, latest first. */
    List<Step> done(Handle handle) {
        return handle.createQuery("select id, action from decision_step where not undone order by id desc limit :depth")
                .bind("depth", DEPTH)
                .map((row, context) -> new Step(row.getLong(1), row.getString(2)))
                .list();
    }

    Optional<Step> lastUndone(Handle handle) {
        return handle.createQuery("select id, action from decision_step where undone order by id limit 1")
                .map((row, context) -> new Step(row.getLong(1), row.getString(2)))
                .findOne();
    }

    void mark(Handle handle, Step step, boolean undone) {
        handle.execute("update decision_step set undone = ? where id = ?", undone, step.id());
    }

    /** What was done again was judged again. */
    void judgedBy(Handle handle, Step step, long line, long policyVersion) {
        handle.execute("update decision_change set policy_version = ? where step_id = ? and proposal_line_id = ?", policyVersion, step.id(), line);
    }

    List<Change> changes(Handle handle, Step step) {
        return handle.createQuery("select * from decision_change where step_id = :step order by proposal_line_id")
                .bind("step", step.id())
                .map((row, context) -> new Change(
                        row.getLong("proposal_line_id"),
                        stand(row.getString("before_state"), row.getBigDecimal("before_quantity"), row.getString("before_decision")),
                        stand(row.getString("after_state"), row.getBigDecimal("after_quantity"), row.getString("after_decision")),
                        row.getLong("policy_version")))
                .list();
    }

    private static Stand stand(String state, BigDecimal quantity, @Nullable String decision) {
        return new Stand(LineState.valueOf(state), new Quantity(quantity), decision == null ? null : ProposalJson.decision(decision));
    }
}
