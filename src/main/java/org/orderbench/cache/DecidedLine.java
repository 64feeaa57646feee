package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * A line that was decided on the review desk, with how it was decided.
 *
 * @param order   its proposal, without lines
 * @param line    as it was proposed; its state is where it stands now
 * @param decided the quantity that was approved; zero for a rejection
 * @param reason  of a rejection, as far as one was given
 * @param batch   how many lines were decided in the same stroke
 * @param dwell   since the same person's stroke before, divided by the batch; null for a first stroke
 */
record DecidedLine(
        Proposal order, ProposalLine line, boolean approved, Quantity decided, String reason, String by, Instant at, int batch, @Nullable Duration dwell) {

    int vendorId() {
        return order.vendorId();
    }

    boolean byAgent() {
        return by.equals(Decision.AGENT);
    }

    /** In the company's currency at the rate of the plan; null without one. */
    @Nullable Money value() {
        BigDecimal unit = unitValue();
        Money money = line.companyValue();
        return unit == null || money == null ? null : new Money(unit.multiply(decided.value()), money.currency());
    }

    /** Of one unit of the product, in the company's currency. */
    @Nullable BigDecimal unitValue() {
        Money money = line.companyValue();
        return money == null || !line.proposed().isPositive() ? null : money.amount().divide(line.proposed().value(), MathContext.DECIMAL64);
    }

    /** Each line's latest approval or rejection that stands, oldest first. */
    static List<DecidedLine> since(Handle handle, Instant from) {
        Map<Long, Duration> pauses = pauses(handle, from);
        Map<Long, DecidedLine> latest = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        select s.id step, s.at, s.actor, s.action, c.after_quantity, c.after_decision, l.id line, l.state, l.quantity, l.body,
                               p.id proposal, p.company_id, p.warehouse_id, p.warehouse_name, p.vendor_id, p.vendor_name, p.currency, p.planned_at,
                               (select count(*) from decision_change b where b.step_id = s.id) batch
                        from decision_step s join decision_change c on c.step_id = s.id
                        join proposal_line l on l.id = c.proposal_line_id join proposal p on p.id = l.proposal_id
                        where not s.undone and s.at >= :from and s.action in ('approve', 'reject') order by s.id, l.id
                        """)
                .bind("from", from)
                .map((row, context) -> {
                    boolean approved = row.getString("action").equals("approve");
                    int batch = row.getInt("batch");
                    Duration pause = pauses.get(row.getLong("step"));
                    return new DecidedLine(
                            new Proposal(
                                    row.getLong("proposal"), row.getInt("company_id"), row.getInt("warehouse_id"), row.getString("warehouse_name"), row.getInt("vendor_id"),
                                    row.getString("vendor_name"), row.getString("currency"), row.getObject("planned_at", OffsetDateTime.class).toInstant(), List.of()),
                            ProposalJson.line(row.getLong("line"), row.getString("body"), LineState.valueOf(row.getString("state")), new Quantity(row.getBigDecimal("quantity")), null),
                            approved,
                            approved ? new Quantity(row.getBigDecimal("after_quantity")) : Quantity.ZERO,
                            approved ? "" : reason(row.getString("after_decision")),
                            row.getString("actor"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            batch,
                            pause == null ? null : pause.dividedBy(batch));
                })
                .forEach(line -> {
                    latest.remove(line.line().id());
                    latest.put(line.line().id(), line);
                });
        return new ArrayList<>(latest.values());
    }

    /** For each step, how long after the same person's step before it came. Undone steps are strokes too. */
    private static Map<Long, Duration> pauses(Handle handle, Instant from) {
        Map<Long, Duration> pauses = new HashMap<>();
        handle.createQuery("select id, at, lag(at) over (partition by actor order by id) before from decision_step where at >= :from")
                .bind("from", from.minus(Duration.ofDays(1)))
                .map((row, context) -> {
                    OffsetDateTime before = row.getObject("before", OffsetDateTime.class);
                    if (before != null) {
                        pauses.put(row.getLong("id"), Duration.between(before, row.getObject("at", OffsetDateTime.class)));
                    }
                    return 0;
                })
                .list();
        return pauses;
    }

    private static String reason(@Nullable String decision) {
        return decision != null && ProposalJson.decision(decision) instanceof Decision.Reject reject ? reject.reason() : "";
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
