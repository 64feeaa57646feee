package org.orderbench.cache;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.PlanException;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.replenish.Explanation;

/**
 * Keeps proposals. Lines belong to a plan; a decision that still holds when a new plan is kept moves into that plan with its line, so the newest plan
 * is always the whole picture. Safe for several threads.
 */
public final class CacheProposals implements ProposalStore {

    /** A rejected line comes back when the agent wants this much more than what was rejected. */
    private static final BigDecimal MUCH_MORE = new BigDecimal("1.5");

    /** Still queued alone: from the moment it is bound into an order, the outbox says what becomes of a line. */
    private static final String UNSENT =
            "not exists (select 1 from outbox_line o left join outbox_order b on b.id = o.outbox_order_id"
                    + " where o.proposal_line_id = l.id and o.live_key is not null and (o.apart is not null or b.state <> 'QUEUED'))";

    private final Jdbi jdbi;

    public CacheProposals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void save(Plan plan) {
        jdbi.useTransaction(handle -> {
            Map<Sku, Held> open = held(handle, "l.state = 'OPEN'");
            handle.execute("update proposal_line set state = 'SUPERSEDED' where state = 'OPEN'");
            handle.execute("update proposal_line set state = 'SUPERSEDED' where state = 'SNOOZED' and snoozed_until <= ?", plan.today());
            Map<Sku, Held> decided = held(handle, "l.state in ('APPROVED', 'REJECTED', 'SNOOZED')");
            long planId = insertPlan(handle, plan);
            new Keeping(handle, planId, plan, open, decided).keep();
            insertExceptions(handle, planId, plan.exceptions());
            SkuStatusRows.replace(handle, plan.statuses());
        });
    }

    /** A line of an earlier plan, as far as keeping a new plan asks. */
    private record Held(
            long id, LineState state, @Nullable Integer newestLineId, BigDecimal proposed, Quantity quantity, @Nullable LocalDate snoozedUntil, Group group, boolean unsent,
            @Nullable BigDecimal lapsed) {

        boolean typed() {
            return quantity.value().compareTo(proposed) != 0;
        }

        /** Whether a buyer typed the quantity, on the same facts. */
        boolean typedFor(ProposalLine line) {
            return typed()
                    && Objects.equals(newestLineId, line.basis().newestLineId())
                    && proposed.compareTo(line.proposed().value()) == 0;
        }

        /** What a buyer typed, here or before, and what does not stand on the facts of a new line. */
        @Nullable BigDecimal lapsedBy(ProposalLine line) {
            BigDecimal word = typed() ? quantity.value() : lapsed;
            return typedFor(line) || word == null || word.compareTo(line.proposed().value()) == 0 ? null : word;
        }

        boolean holdsAgainst(ProposalLine line) {
            boolean sameBasis = Objects.equals(newestLineId, line.basis().newestLineId());
            return switch (state) {
                case APPROVED -> sameBasis;
                case REJECTED -> sameBasis && line.proposed().value().compareTo(proposed.multiply(MUCH_MORE)) <= 0;
                case SNOOZED -> true;
                case OPEN, SUPERSEDED -> false;
            };
        }
    }

    /** The newest line of each SKU among those that the condition names. */
    private static Map<Sku, Held> held(Handle handle, String condition) {
        Map<Sku, Held> held = new LinkedHashMap<>();
        handle.select(
                        "select l.id, l.state, l.newest_line_id, l.proposed, l.quantity, l.snoozed_until, l.company_id, l.warehouse_id, l.product_id,"
                                + " p.vendor_id, p.vendor_name, p.warehouse_name, p.currency, " + UNSENT + ", l.lapsed from proposal_line l"
                                + " join proposal p on p.id = l.proposal_id where " + condition + " order by l.id")
                .map((rs, ctx) -> Map.entry(
                        new Sku(rs.getInt(7), rs.getInt(8), rs.getInt(9)),
                        new Held(
                                rs.getLong(1), LineState.valueOf(rs.getString(2)), rs.getObject(3, Integer.class), rs.getBigDecimal(4),
                                new Quantity(rs.getBigDecimal(5)), rs.getObject(6, LocalDate.class),
                                new Group(rs.getInt(7), rs.getInt(8), rs.getInt(10), rs.getString(13), rs.getString(12), rs.getString(11)),
                                rs.getBoolean(14), rs.getBigDecimal(15))))
                .forEach(entry -> held.put(entry.getKey(), entry.getValue()));
        return held;
    }

    private record Group(int companyId, int warehouseId, int vendorId, String currency, String warehouseName, String vendorName) {}

    private static long insertPlan(Handle handle, Plan plan) {
        int lines = plan.proposals().stream().mapToInt(proposal -> proposal.lines().size()).sum();
        return handle.createUpdate("insert into plan_run (planned_at, today, skus, lines) values (?, ?, ?, ?)")
                .bind(0, plan.plannedAt())
                .bind(1, plan.today())
                .bind(2, plan.skus())
                .bind(3, lines)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Writes one plan's lines, carrying over what still holds. Used once. */
    private static final class Keeping {
        private final Handle handle;
        private final long planId;
        private final Plan plan;
        private final Map<Sku, Held> open;
        private final Map<Sku, Held> decided;
        private final Map<Group, Long> proposals = new HashMap<>();
        private final PreparedBatch lines;

        Keeping(Handle handle, long planId, Plan plan, Map<Sku, Held> open, Map<Sku, Held> decided) {
            this.handle = handle;
            this.planId = planId;
            this.plan = plan;
            this.open = open;
            this.decided = decided;
            this.lines = handle.prepareBatch("insert into proposal_line (proposal_id, company_id, warehouse_id, product_id, state, quantity, proposed,"
                    + " newest_line_id, body, lapsed) values (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?)");
        }

        void keep() {
            for (Proposal proposal : plan.proposals()) {
                Group group = new Group(
                        proposal.companyId(), proposal.warehouseId(), proposal.vendorId(), proposal.currency(), proposal.warehouseName(), proposal.vendorName());
                for (ProposalLine line : proposal.lines()) {
                    Held earlier = decided.get(line.basis().sku());
                    if (earlier == null || !earlier.holdsAgainst(line)) {
                        add(group, line);
                    } else if (earlier.state() != LineState.APPROVED) {
                        carry(earlier);
                    }
                }
            }
            decided.values().stream().filter(held -> held.state() == LineState.APPROVED && held.unsent()).forEach(this::carry);
            if (lines.size() > 0) {
                lines.execute();
            }
        }

        /** A quantity that a buyer typed stays as long as the agent proposes what it proposed then; else it is remembered, to be told. */
        private void add(Group group, ProposalLine line) {
            Held earlier = open.get(line.basis().sku());
            Quantity quantity = earlier != null && earlier.typedFor(line) ? earlier.quantity() : line.quantity();
            Sku sku = line.basis().sku();
            lines.add(
                    proposal(group), sku.companyId(), sku.warehouseId(), sku.productId(), quantity.value(), line.proposed().value(),
                    line.basis().newestLineId(), ProposalJson.body(line), earlier == null ? null : earlier.lapsedBy(line));
        }

        private void carry(Held held) {
            handle.execute("update proposal_line set proposal_id = ? where id = ?", proposal(held.group()), held.id());
        }

        private long proposal(Group group) {
            return proposals.computeIfAbsent(group, g -> handle.createUpdate(
                            "insert into proposal (plan_id, company_id, warehouse_id, vendor_id, currency, warehouse_name, vendor_name, planned_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, planId)
                    .bind(1, g.companyId())
                    .bind(2, g.warehouseId())
                    .bind(3, g.vendorId())
                    .bind(4, g.currency())
                    .bind(5, g.warehouseName())
                    .bind(6, g.vendorName())
                    .bind(7, plan.plannedAt())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static void insertExceptions(Handle handle, long planId, List<PlanException> exceptions) {
        PreparedBatch batch = handle.prepareBatch("insert into plan_exception (plan_id, place, company_id, warehouse_id, product_id, code, name, reason, detail,"
                + " at_stake, at_stake_currency, said, figures) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int place = 0;
        for (PlanException e : exceptions) {
            Money atStake = e.atStake();
            batch.add(
                    planId, place++, e.sku().companyId(), e.sku().warehouseId(), e.sku().productId(), e.code(), e.name(), e.reason(), e.detail(),
                    atStake == null ? null : atStake.amount(), atStake == null ? null : atStake.currency(), e.said().isEmpty() ? null : CacheJson.write(e.said()),
                    e.figures().isEmpty() ? null : CacheJson.write(e.figures()));
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    @Override
    public List<Proposal> current() {
        return jdbi.withHandle(handle -> {
            Map<Long, List<ProposalLine>> lines = new HashMap<>();
            handle.select(LINES + " order by l.id")
                    .map((rs, ctx) -> Map.entry(rs.getLong(6), line(rs)))
                    .forEach(entry -> lines.computeIfAbsent(entry.getKey(), id -> new ArrayList<>()).add(entry.getValue()));
            return headers(handle).stream().filter(header -> lines.containsKey(header.id())).map(header -> filled(header, lines.getOrDefault(header.id(), List.of()))).toList();
        });
    }

    @Override
    public List<Proposal> beginning(int lines) {
        return jdbi.withHandle(handle -> {
            List<Proposal> beginning = new ArrayList<>();
            int found = 0;
            for (Proposal header : headers(handle)) {
                List<ProposalLine> own = handle.select(LINES + BY_CODE, header.id(), lines - found).map((rs, ctx) -> line(rs)).list();
                if (!own.isEmpty()) {
                    beginning.add(filled(header, own));
                }
                found += own.size();
                if (found >= lines) {
                    break;
                }
            }
            return beginning;
        });
    }

    private static final String LINES = "select " + ProposalRows.COLUMNS + ", l.proposal_id from proposal_line l join proposal p on p.id = l.proposal_id"
            + " where p.plan_id = (select max(id) from plan_run) and l.state <> 'SUPERSEDED' and (l.state <> 'APPROVED' or " + UNSENT + ")";

    /** A line's own code stands inside its body: to sort by that, all bodies would have to be read. */
    private static final String BY_CODE = " and l.proposal_id = ? order by (select g.code from product g where g.id = l.product_id), l.id limit ?";

    private static ProposalLine line(ResultSet rs) throws SQLException {
        return ProposalJson.line(rs.getLong(1), rs.getString(2), LineState.valueOf(rs.getString(3)), new Quantity(rs.getBigDecimal(4)), rs.getString(5));
    }

    private static List<Proposal> headers(Handle handle) {
        return handle.select("select id, company_id, warehouse_id, warehouse_name, vendor_id, vendor_name, currency, planned_at from proposal"
                        + " where plan_id = (select max(id) from plan_run) order by vendor_name, vendor_id, company_id, warehouse_name, currency")
                .map((rs, ctx) -> new Proposal(
                        rs.getLong(1), rs.getInt(2), rs.getInt(3), rs.getString(4), rs.getInt(5), rs.getString(6), rs.getString(7),
                        rs.getObject(8, OffsetDateTime.class).toInstant(), List.of()))
                .list();
    }

    private static Proposal filled(Proposal header, List<ProposalLine> lines) {
        List<ProposalLine> own = lines.stream()
                .sorted(Comparator.comparing(ProposalLine::code).thenComparing(ProposalLine::id))
                .toList();
        return new Proposal(
                header.id(), header.companyId(), header.warehouseId(), header.warehouseName(), header.vendorId(), header.vendorName(), header.currency(),
                header.plannedAt(), own);
    }

    @Override
    public Optional<Instant> plannedAt() {
        return jdbi.withHandle(handle -> handle.select("select max(planned_at) from plan_run").mapTo(Instant.class).findOne());
    }

    @Override
    public List<SkuStatus> statuses() {
        return jdbi.withHandle(SkuStatusRows::all);
    }

    @Override
    public List<PlanException> exceptions() {
        return jdbi.withHandle(handle -> handle.select(
                        "select company_id, warehouse_id, product_id, code, name, reason, detail, at_stake, at_stake_currency, said, figures from plan_exception"
                                + " where plan_id = (select max(id) from plan_run) order by place")
                .map((rs, ctx) -> new PlanException(
                        new Sku(rs.getInt(1), rs.getInt(2), rs.getInt(3)), rs.getString(4), rs.getString(5), rs.getString(6), rs.getString(7), said(rs.getString(10)),
                        rs.getBigDecimal(8) == null ? null : new Money(rs.getBigDecimal(8), rs.getString(9)), figures(rs.getString(11))))
                .list());
    }

    private static List<Explanation.Phrase> said(@Nullable String json) {
        return json == null ? List.of() : List.of(CacheJson.read(json, Explanation.Phrase[].class));
    }

    private static List<Explanation.Figure> figures(@Nullable String json) {
        return json == null ? List.of() : List.of(CacheJson.read(json, Explanation.Figure[].class));
    }

    @Override
    public Optional<ProposalLine> line(long id) {
        return jdbi.withHandle(handle -> ProposalRows.find(handle, id).map(ProposalRows.Row::line));
    }

    @Override
    public Map<Long, LineNews> news() {
        return jdbi.withHandle(News::read);
    }
}
