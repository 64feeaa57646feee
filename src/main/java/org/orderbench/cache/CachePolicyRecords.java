package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.Agreement;
import org.orderbench.policy.BrakeFacts;
import org.orderbench.policy.Choices;
import org.orderbench.policy.Commitment;
import org.orderbench.policy.Exposure;
import org.orderbench.policy.PastLine;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.PolicyRecords;
import org.orderbench.policy.Punctuality;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.SkuProfile;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.policy.UserRights;
import org.orderbench.policy.Verdict;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ModelStore;
import org.orderbench.proposal.ProposalLine;

/** What policy asks of the past, read from decisions, outbox, journal and mirror. The clock's zone says which day it is. Safe for several threads. */
public final class CachePolicyRecords implements PolicyRecords {

    private static final int USUAL_DAYS = 60;

    private final Jdbi jdbi;
    private final ModelStore models;
    private final Clock clock;

    public CachePolicyRecords(CacheDatabase database, ModelStore models, Clock clock) {
        this.jdbi = database.jdbi();
        this.models = models;
        this.clock = clock;
    }

    @Override
    public PolicyFacts facts(Policy policy, @Nullable UserRights rights) {
        Instant now = clock.instant();
        boolean classes = policy.slices().stream().flatMap(slice -> slice.rules().stream()).anyMatch(SliceRule.OfClass.class::isInstance);
        return jdbi.withHandle(handle -> new PolicyFacts(
                now,
                LocalDate.ofInstant(now, clock.getZone()),
                handle.select("select max(started_at) from sync_run where outcome = 'DONE'")
                        .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant))
                        .one()
                        .orElse(null),
                PolicyProfiles.read(handle, now, models.latest(), classes),
                rights));
    }

    @Override
    public Exposure exposure(Policy policy, PolicyFacts facts) {
        LocalDate monday = facts.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Exposure(jdbi.withHandle(handle -> committed(handle, monday)).stream()
                .map(decided -> new Commitment(
                        decided.line().basis().sku(),
                        decided.vendorId(),
                        decided.line().category(),
                        slice(policy, facts, decided.line(), decided.vendorId()),
                        decided.day(clock.getZone()),
                        decided.value(),
                        decided.decided(),
                        packs(decided),
                        decided.byAgent()))
                .toList());
    }

    /** Approved and standing; what the agent approved counts even if somebody took it back: it was let through once. */
    private List<DecidedLine> committed(Handle handle, LocalDate from) {
        return DecidedLine.since(handle, from.atStartOfDay(clock.getZone()).toInstant()).stream()
                .filter(decided -> decided.approved() && (decided.byAgent() || decided.line().state() == LineState.APPROVED))
                .toList();
    }

    private static BigDecimal packs(DecidedLine decided) {
        Quantity step = decided.line().orderStep();
        return step.isPositive() ? decided.decided().value().divide(step.value(), MathContext.DECIMAL64) : decided.decided().value();
    }

    private static String slice(Policy policy, PolicyFacts facts, ProposalLine line, int vendorId) {
        return policy.place(line.basis().sku(), line.category(), vendorId, facts.profiles().get(line.basis().sku())).slice().name();
    }

    @Override
    public List<Ruling> rulings(Policy policy, PolicyFacts facts) {
        Instant from = facts.now().minus(policy.earning().window());
        return jdbi.withHandle(handle -> {
            Map<Long, OdooOutcome> inOdoo = OdooOutcome.ofAgentsDrafts(handle, from);
            List<Ruling> rulings = new ArrayList<>();
            for (DecidedLine decided : DecidedLine.since(handle, from)) {
                ruling(policy, facts, decided, inOdoo.get(decided.line().id())).ifPresent(rulings::add);
            }
            return rulings;
        });
    }

    /** The agent's own decisions are no evidence; what people then made of them in Odoo is. */
    private static Optional<Ruling> ruling(Policy policy, PolicyFacts facts, DecidedLine decided, @Nullable OdooOutcome inOdoo) {
        ProposalLine line = decided.line();
        String slice = slice(policy, facts, line, decided.vendorId());
        if (decided.approved() && line.state() == LineState.REJECTED) {
            return Optional.of(new Ruling(
                    line.id(), slice, Ruling.Outcome.WITHDRAWN, line.proposed(), Quantity.ZERO, decided.unitValue(), "cancelled or deleted in Odoo", "Odoo", decided.at(), 1, null));
        }
        if (decided.byAgent()) {
            return Optional.ofNullable(inOdoo).map(found -> new Ruling(
                    line.id(), slice, Ruling.Outcome.APPROVED, line.proposed(), found.ordered(), decided.unitValue(), "", "Odoo", found.at(), found.batch(), found.dwell()));
        }
        Ruling.Outcome outcome = decided.approved() ? Ruling.Outcome.APPROVED : Ruling.Outcome.REJECTED;
        return Optional.of(new Ruling(
                line.id(), slice, outcome, line.proposed(), decided.decided(), decided.unitValue(), decided.reason(), decided.by(), decided.at(), decided.batch(), decided.dwell()));
    }

    @Override
    public BrakeFacts brakeFacts(Policy policy, PolicyFacts facts, List<Ruling> rulings) {
        Map<String, Agreement> latest = new HashMap<>();
        for (Slice slice : policy.slices()) {
            latest.put(slice.name(), Agreement.latest(slice.name(), rulings, policy.earning(), facts.now()));
        }
        return jdbi.withHandle(handle -> {
            SortedMap<LocalDate, Optional<BigDecimal>> days = new TreeMap<>();
            for (DecidedLine decided : committed(handle, facts.today().minusDays(USUAL_DAYS))) {
                Optional<BigDecimal> value = value(decided, policy.limits().currency());
                days.merge(decided.day(clock.getZone()), value, (a, b) -> a.flatMap(x -> b.map(x::add)));
            }
            return new BrakeFacts(
                    facts.now(),
                    latest,
                    ForecastOutcomes.tracking(handle, policy, facts),
                    days.getOrDefault(facts.today(), Optional.of(BigDecimal.ZERO)).orElse(null),
                    days.headMap(facts.today()).values().stream().flatMap(Optional::stream).toList(),
                    doubts(handle, facts.now().minus(policy.brakeLimits().doubtWindow())),
                    facts.dataFrom());
        });
    }

    @Override
    public Map<String, Tracking.Score> forecastErrors(Policy policy, PolicyFacts facts) {
        return jdbi.withHandle(handle -> ForecastOutcomes.scores(handle, policy, facts));
    }

    private static Optional<BigDecimal> value(DecidedLine decided, String currency) {
        Money value = decided.value();
        return value == null || !value.currency().equals(currency) ? Optional.empty() : Optional.of(value.amount());
    }

    private static List<Instant> doubts(Handle handle, Instant from) {
        return handle.createQuery("select at from journal where at >= :from and action = 'move' and after_json like '%\"DOUBTFUL\"%' order by seq")
                .bind("from", from)
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    @Override
    public void keep(List<Verdict> verdicts, PolicyFacts facts) {
        if (verdicts.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            Map<Long, Sku> skus = new HashMap<>();
            handle.select("select id, company_id, warehouse_id, product_id from proposal_line where state = 'OPEN'")
                    .map((row, context) -> Map.entry(row.getLong(1), new Sku(row.getInt(2), row.getInt(3), row.getInt(4))))
                    .forEach(entry -> skus.put(entry.getKey(), entry.getValue()));
            PreparedBatch batch = handle.prepareBatch(
                    "merge into policy_verdict (proposal_line_id, policy_version, action, judged_at, verdict, profile, quantity) key (proposal_line_id) values (?, ?, ?, ?, ?, ?, ?)");
            for (Verdict verdict : verdicts) {
                Sku sku = skus.get(verdict.lineId());
                SkuProfile profile = sku == null ? null : facts.profiles().get(sku);
                batch.add(
                        verdict.lineId(), verdict.trace().policyVersion(), verdict.action().name(), facts.now(), PolicyJson.write(verdict, Verdict.class),
                        profile == null ? null : PolicyJson.write(profile, SkuProfile.class), verdict.quantity().value());
            }
            batch.execute();
        });
    }

    @Override
    public Optional<Verdict> verdict(long lineId) {
        return jdbi.withHandle(handle -> verdict(handle, lineId));
    }

    static Optional<Verdict> verdict(Handle handle, long lineId) {
        return handle.createQuery("select verdict from policy_verdict where proposal_line_id = :line")
                .bind("line", lineId)
                .mapTo(String.class)
                .findOne()
                .map(CachePolicyRecords::verdict);
    }

    private static Verdict verdict(String json) {
        try {
            return PolicyJson.read(json, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new CacheException(CacheException.Reason.DAMAGED, "A verdict in the cache cannot be read (" + e.getOriginalMessage() + "). Run the round again.", e);
        }
    }

    @Override
    public List<PastLine> past(LocalDate from) {
        return jdbi.withHandle(handle -> PolicyPast.lines(handle, from.atStartOfDay(clock.getZone()).toInstant(), clock.getZone()));
    }

    @Override
    public List<Punctuality> punctuality(LocalDate today) {
        return jdbi.withHandle(handle -> PolicyPast.punctuality(handle, today));
    }

    @Override
    public Map<Sku, Integer> bought() {
        return jdbi.withHandle(PolicyPast::bought);
    }

    @Override
    public Choices choices() {
        return jdbi.withHandle(PolicyPast::choices);
    }
}
