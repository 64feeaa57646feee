package org.orderbench.cache;

import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.orderbench.policy.Action;

/** How lines stand with the policy: by which version they were judged, and whether that still holds. */
final class VerdictRows {

    private VerdictRows() {}

    /**
     * @param version the version of the policy that the line was judged by
     * @param action  what may be done with it
     */
    record Judged(long version, Action action) {}

    static Optional<Judged> of(Handle handle, long line) {
        return handle.createQuery("select policy_version, action from policy_verdict where proposal_line_id = :line")
                .bind("line", line)
                .map((row, context) -> new Judged(row.getLong(1), Action.valueOf(row.getString(2))))
                .findOne();
    }

    /** Whether one of these open lines was never judged, or by an earlier version, or at another quantity. */
    static boolean areStale(Handle handle, Collection<Long> lines) {
        return handle.createQuery(
                                """
                                select count(*) from proposal_line l left join policy_verdict v on v.proposal_line_id = l.id
                                where l.id = any(:lines) and l.state = 'OPEN'
                                  and (v.quantity is null or v.quantity <> l.quantity or v.policy_version <> (select coalesce(max(version), 1) from policy_version))
                                """)
                        .bindArray("lines", Long.class, lines.toArray())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
