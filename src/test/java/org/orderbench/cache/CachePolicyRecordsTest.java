package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.HandClock;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.journal.JournalEntry;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.Commitment;
import org.orderbench.policy.Evaluator;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.UserRights;
import org.orderbench.policy.Verdict;
import org.orderbench.proposal.CatalogueModel;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ModelStore;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;
import org.orderbench.writeback.LineIntent;

class CachePolicyRecordsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final UserRights BUYER = new UserRights(true, true, false);
    private static final Policy POLICY = Policy.initial("GBP", MONDAY);

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private final HandClock clock = new HandClock(MONDAY);
    private TestProposals proposals;
    private CacheReviewDesk desk;
    private CachePolicyRecords records;

    private static final class NothingLearned implements ModelStore {
        @Override
        public void keep(CatalogueModel model) {}

        @Override
        public Optional<CatalogueModel> latest() {
            return Optional.empty();
        }
    }

    @BeforeEach
    void open() {
        proposals = new TestProposals(cache.database());
        desk = new CacheReviewDesk(cache.database(), clock, new TestJudge(cache.database(), clock));
        records = new CachePolicyRecords(cache.database(), new NothingLearned(), clock);
    }

    private long line(int product, @Nullable Money value) {
        Sku sku = new Sku(1, 1, product);
        proposals.mirror(sku, 5, 9, 1000 + product, MONDAY.minus(Duration.ofDays(40)), "3");
        return proposals.line(5, "Lights", new ProposalLine(
                0, new LineBasis(sku, 1000 + product, MONDAY.minus(Duration.ofDays(40)), 0), "SKU-" + product, "Lamp", null, "Lights", "Units",
                Quantity.of(10), Quantity.ZERO, Quantity.ZERO, 12.0, 3.5, Quantity.of(36), Quantity.of(48), Quantity.of(48), Quantity.of(12), "Dozen",
                Quantity.of(12), new BigDecimal("3"), value, 14, LocalDate.of(2026, 12, 7), null, false, 0.8, 500 + product, new Explanation(List.of()), LineState.OPEN, null));
    }

    private long line(int product) {
        return line(product, Money.of("144", "GBP"));
    }

    private void after(Duration time) {
        clock.forward(time);
    }

    private PolicyFacts facts() {
        return records.facts(POLICY, BUYER);
    }

    @Test
    void profilesKnowTheUsualOrderTheLastPriceAndOdoosOwnScheduler() {
        line(7);
        line(8);
        cache.jdbi().useHandle(h -> {
            h.execute("insert into unit (id, name, family, reference, rounding) values (2, 'Dozens', 1, 12, 1)");
            for (int i = 0; i < 3; i++) {
                h.execute("insert into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, amount_total) values (?, 'P', 'purchase', 5, 1, 1, 'EUR', 0)", 5000 + i);
                h.execute(
                        "insert into purchase_line (id, order_id, product_id, unit_id, ordered, received, price, created_at) values (?, ?, 7, 2, ?, 0, 24, ?)",
                        5000 + i, 5000 + i, 24 + 12 * i, MONDAY);
            }
            h.execute("insert into reordering_rule (id, company_id, warehouse_id, product_id, minimum, maximum, multiple, automatic) values (1, 1, 1, 8, 0, 1, 0, true)");
        });
        PolicyFacts facts = facts();
        assertThat(facts.profiles().get(new Sku(1, 1, 7)).usualOrder()).as("median of 0, 24, 36, 48").isEqualTo(Quantity.of(30));
        assertThat(facts.profiles().get(new Sku(1, 1, 7)).lastPrice()).as("24 EUR a dozen").isEqualByComparingTo("2");
        assertThat(facts.profiles().get(new Sku(1, 1, 7)).lastCurrency()).isEqualTo("EUR");
        assertThat(facts.profiles().get(new Sku(1, 1, 7)).odooOrders()).isFalse();
        assertThat(facts.profiles().get(new Sku(1, 1, 8)).odooOrders()).isTrue();
        assertThat(facts.dataFrom()).as("never synced").isNull();
    }

    @Test
    void exposureHoldsWhatWasApprovedSinceMondayAndByWhom() {
        long mine = line(7);
        long agents = line(8);
        long undone = line(9);
        desk.approve(List.of(mine), false, "Ann");
        after(Duration.ofDays(1));
        desk.approve(List.of(agents), true, Decision.AGENT);
        desk.approve(List.of(undone), false, "Ann");
        desk.undo("Ann");
        List<Commitment> commitments = records.exposure(POLICY, facts()).commitments();
        assertThat(commitments).extracting(c -> c.sku().productId(), Commitment::unasked, Commitment::day)
                .containsExactly(
                        tuple(7, false, LocalDate.of(2026, 11, 23)), tuple(8, true, LocalDate.of(2026, 11, 24)));
        assertThat(commitments.getFirst().value()).isEqualTo(Money.of("144", "GBP"));
        assertThat(commitments.getFirst().packs()).isEqualByComparingTo("4");
        assertThat(commitments.getFirst().slice()).isEqualTo("everything");
        after(Duration.ofDays(6));
        assertThat(records.exposure(POLICY, facts()).commitments()).as("a new week").isEmpty();
    }

    @Test
    void rulingsKnowEditsReasonsBatchesAndHowLongSomebodyLooked() {
        long first = line(6);
        long edited = line(7);
        long rejected = line(8);
        List<Long> bulk = List.of(line(9), line(10));
        desk.approve(List.of(first), false, "Ann");
        after(Duration.ofSeconds(30));
        desk.edit(edited, Quantity.of(60), "Ann");
        after(Duration.ofSeconds(3));
        desk.approve(List.of(edited), false, "Ann");
        after(Duration.ofSeconds(5));
        desk.reject(List.of(rejected), "too much", "Ann");
        after(Duration.ofSeconds(8));
        desk.approve(bulk, false, "Ann");
        Map<Long, Ruling> rulings = new HashMap<>();
        records.rulings(POLICY, facts()).forEach(r -> rulings.put(r.lineId(), r));
        assertThat(rulings.get(first).dwell()).isNull();
        assertThat(rulings.get(edited)).returns(Quantity.of(48), Ruling::proposed).returns(Quantity.of(60), Ruling::decided).returns(Duration.ofSeconds(3), Ruling::dwell);
        assertThat(rulings.get(rejected)).returns("too much", Ruling::reason).returns(Ruling.Outcome.REJECTED, Ruling::outcome);
        assertThat(rulings.get(bulk.getFirst())).returns(2, Ruling::batch).returns(Duration.ofSeconds(4), Ruling::dwell);
        assertThat(rulings.get(first).unitValue()).isEqualByComparingTo("3");
        desk.undo("Ann");
        assertThat(records.rulings(POLICY, facts())).as("what was taken back is no evidence").hasSize(3);
    }

    @Test
    void theAgentsOwnDecisionsAreNoEvidence() {
        desk.approve(List.of(line(7)), false, Decision.AGENT);
        assertThat(records.rulings(POLICY, facts())).isEmpty();
    }

    @Test
    void theDayAndTheDaysBeforeAreValued() {
        desk.approve(List.of(line(7)), false, "Ann");
        after(Duration.ofDays(1));
        desk.approve(List.of(line(8)), false, "Ann");
        desk.approve(List.of(line(9)), false, "Ann");
        assertThat(records.brakeFacts(POLICY, facts(), List.of()).dayTotal()).isEqualByComparingTo("288");
        assertThat(records.brakeFacts(POLICY, facts(), List.of()).earlierDays()).singleElement().satisfies(day -> assertThat(day).isEqualByComparingTo("144"));
        desk.approve(List.of(line(10, null)), false, "Ann");
        assertThat(records.brakeFacts(POLICY, facts(), List.of()).dayTotal()).as("without a rate").isNull();
    }

    @Test
    void doubtsAreReadFromTheJournal() {
        new CacheJournal(cache.database(), clock).append(new JournalEntry.What("outbox", "move", "outbox order 1", "", null, "{\"state\":\"DOUBTFUL\"}"));
        assertThat(records.brakeFacts(POLICY, facts(), List.of()).doubts()).containsExactly(MONDAY);
    }

    @Test
    void aVerdictComesBackWithItsTrace() {
        long id = line(7);
        List<Verdict> verdicts = new Evaluator().evaluate(
                POLICY, facts(), new CacheProposals(cache.jdbi()).current(), records.exposure(POLICY, facts()), Brakes.RELEASED);
        assertThat(verdicts).extracting(Verdict::lineId).containsExactly(id);
        records.keep(verdicts, facts());
        records.keep(verdicts, facts());
        assertThat(records.verdict(id)).contains(verdicts.getFirst());
        assertThat(records.verdict(id + 1)).isEmpty();
    }

    @Test
    void whatIsQueuedCarriesHowItWasJudged() {
        long id = line(7);
        List<Verdict> verdicts = new Evaluator().evaluate(POLICY, facts(), new CacheProposals(cache.jdbi()).current(), records.exposure(POLICY, facts()), Brakes.RELEASED);
        records.keep(verdicts, facts());
        desk.approve(List.of(id), false, "Ann");
        String intent = cache.jdbi().withHandle(h -> h.createQuery("select intent from outbox_line").mapTo(String.class).one());
        assertThat(CacheJson.read(intent, LineIntent.class).explanation().steps()).endsWith(verdicts.getFirst().trace().steps().toArray(Explanation.Step[]::new));
        desk.approve(List.of(line(8)), false, "Ann");
        List<String> intents = cache.jdbi().withHandle(h -> h.createQuery("select intent from outbox_line order by id").mapTo(String.class).list());
        assertThat(CacheJson.read(intents.getLast(), LineIntent.class).explanation().steps()).as("judged before it was approved").isNotEmpty();
    }

    private List<Long> versions() {
        return cache.jdbi().withHandle(h -> h.createQuery("select policy_version from decision_change order by step_id, proposal_line_id").mapTo(Long.class).list());
    }

    private Verdict verdict(long line) {
        return records.verdict(line).orElseThrow();
    }

    @Test
    void everyDecisionNamesTheVersionThatItsLineWasJudgedBy() {
        long first = line(7);
        long second = line(8);
        long third = line(9);
        desk.approve(List.of(first), false, "Ann");
        CachePolicy policy = new CachePolicy(cache.database(), clock);
        assertThat(policy.change(policy.current().withLevel("everything", AuthorityLevel.OBSERVE, "Priya", clock.instant(), "stock count"))).isTrue();
        assertThat(desk.approve(List.of(second), false, "Ann").refused()).singleElement().satisfies(refusal -> assertThat(refusal.message()).contains("OBSERVE"));
        assertThat(desk.reject(List.of(second), "enough", "Ann").refused()).isEmpty();
        assertThat(policy.change(policy.current().withLevel("everything", AuthorityLevel.DRAFT, "Priya", clock.instant(), "counted"))).isTrue();
        desk.edit(third, Quantity.of(60), "Ann");
        desk.snooze(List.of(third), LocalDate.of(2026, 12, 30), "later", "Ann");
        desk.undo("Ann");
        desk.redo("Ann");
        assertThat(versions()).containsExactly(1L, 2L, 3L, 3L);
        String journalled = cache.jdbi().withHandle(h -> h.createQuery("select after_json from journal where action = 'approve'").mapTo(String.class).one());
        assertThat(journalled).contains("\"policyVersion\":1");
        assertThatThrownBy(() -> cache.jdbi().useHandle(h -> h.execute(
                        "insert into decision_change (step_id, proposal_line_id, before_state, before_quantity, after_state, after_quantity) values (1, 99, 'OPEN', 1, 'OPEN', 2)")))
                .as("the table takes none without a version").hasMessageContaining("POLICY_VERSION");
    }

    @Test
    void anEditedLineIsJudgedAgainAtItsNewQuantity() {
        long id = line(7);
        desk.approve(List.of(line(8)), false, "Ann");
        new TestJudge(cache.database(), clock).judge(List.of(id));
        assertThat(verdict(id).quantity()).isEqualTo(Quantity.of(48));
        desk.edit(id, Quantity.of(480), "Ann");
        desk.approve(List.of(id), false, "Ann");
        assertThat(verdict(id).quantity()).isEqualTo(Quantity.of(480));
        String intent = cache.jdbi().withHandle(h -> h.createQuery("select intent from outbox_line order by id desc limit 1").mapTo(String.class).one());
        assertThat(CacheJson.read(intent, LineIntent.class).explanation().steps()).anyMatch(step -> step.rule().equals("policy-stopped-untouched") && step.text().contains("A buyer changed the quantity"));
    }

    @Test
    void whatNobodyJudgesIsNotDecided() {
        long id = line(7);
        CacheReviewDesk unjudged = new CacheReviewDesk(cache.database(), clock, lines -> {});
        assertThat(unjudged.approve(List.of(id), false, "Ann").refused()).singleElement().satisfies(refusal -> assertThat(refusal.message()).contains("has not judged"));
        assertThat(unjudged.reject(List.of(id), "no", "Ann").changed()).isEmpty();
        assertThat(versions()).isEmpty();
    }

    @Test
    void policiesAndVerdictsFromBeforeAreReadAfterTheMigration() throws Exception {
        long id = line(7);
        desk.approve(List.of(id), false, "Ann");
        CachePolicy policy = new CachePolicy(cache.database(), clock);
        assertThat(policy.change(policy.current().withLevel("everything", AuthorityLevel.OBSERVE, "Priya", clock.instant(), "r"))).isTrue();
        Policy kept = policy.current();
        Verdict verdict = verdict(id);
        String script;
        try (InputStream file = CachePolicy.class.getResourceAsStream("V126__floor_of_a_day.sql")) {
            script = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        cache.jdbi().useHandle(h -> {
            h.execute("update policy_version set body = regexp_replace(body, '\"dayAtLeast\":[0-9]+,', '')");
            h.execute("update policy_verdict set verdict = regexp_replace(verdict, '\"quantity\":.\"value\":[0-9.]+.,', '')");
        });
        assertThatThrownBy(policy::current).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> verdict(id)).isInstanceOf(CacheException.class);
        cache.jdbi().useHandle(h -> h.createScript(script).execute());
        assertThat(policy.current()).isEqualTo(kept);
        assertThat(verdict(id)).isEqualTo(verdict);
    }
}
