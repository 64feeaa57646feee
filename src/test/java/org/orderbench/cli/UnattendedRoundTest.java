package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.HandClock;
import org.orderbench.Wiring;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.TeamChannel;
import org.orderbench.policy.Agreement;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeLimits;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.EarnRule;
import org.orderbench.policy.Evaluator;
import org.orderbench.policy.Limits;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.policy.UserRights;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;
import org.orderbench.sync.SyncMode;

/** The unattended round over a demo Odoo that counts what is written. */
class UnattendedRoundTest {

    private static final Set<String> WRITES = Set.of("load", "create", "write", "unlink", "button_confirm", "button_cancel", "button_approve", "message_post");

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    private Wiring wiring;
    private OdooSession session;
    private TeamChannel channel;

    @BeforeEach
    void syncAndPropose() throws Exception {
        wiring = Wiring.open(folder, clock, Secret.of("demo"));
        session = wiring.signIn().connect(new ConnectionSettings(odoo.server().url(), "demo", "buyer"), Secret.of("demo"));
        channel = new TeamChannel(session);
        channel.release("Ann", clock.instant());
        sync();
        wiring.plan(done -> {});
        assertThat(open()).hasSizeGreaterThan(5);
    }

    @AfterEach
    void close() {
        session.close();
        wiring.close();
    }

    private void sync() throws Exception {
        SyncCommand.sync(wiring, session, SyncMode.FULL, new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false));
    }

    private List<ProposalLine> open() {
        return wiring.proposals().current().stream().flatMap(p -> p.lines().stream()).filter(l -> l.state() == LineState.OPEN).toList();
    }

    private UnattendedRound.Outcome round() throws Exception {
        UnattendedRound.Outcome outcome = new UnattendedRound(wiring.guard(session), wiring.desk()).run(wiring.proposals().current(), session, false);
        wiring.writeback().pusher(session).push();
        return outcome;
    }

    /** Calls that write to purchase orders or their lines. */
    private int writes() {
        return odoo.server().calls().all().entrySet().stream()
                .filter(call -> call.getKey().startsWith("purchase.order") && WRITES.contains(call.getKey().substring(call.getKey().lastIndexOf('.') + 1)))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private int orders() {
        return odoo.server().admin().count("purchase.order", List.of(List.of("origin", "=like", "OB-%")));
    }

    private static Limits wide() {
        Ceiling wide = Ceiling.of(10_000_000);
        return new Limits("GBP", wide, wide, wide, wide, wide, List.of(), new BigDecimal("100000"), new BigDecimal("100000"), 0, Duration.ofHours(12));
    }

    private void set(Limits limits, BrakeLimits brakes, EarnRule earning, Slice... slices) {
        long next = wiring.policy().current().version() + 1;
        assertThat(wiring.policy().change(new Policy(next, "Ann", clock.instant(), "test", limits, List.of(slices), brakes, earning))).isTrue();
    }

    private void set(Slice... slices) {
        set(wide(), BrakeLimits.careful(), EarnRule.careful(), slices);
    }

    private static Slice everything(AuthorityLevel level) {
        return new Slice("everything", List.of(new SliceRule.Everything()), level, Ceiling.of(10_000_000));
    }

    private void nothingUnasked(long seed, int rounds) throws Exception {
        Random random = new Random(seed);
        int before = writes();
        for (int i = 0; i < rounds; i++) {
            boolean underDraft = random.nextInt(3) == 0;
            AuthorityLevel most = underDraft ? AuthorityLevel.DRAFT : AuthorityLevel.AUTO_CONFIRM;
            AuthorityLevel[] levels = AuthorityLevel.values();
            set(
                    new Slice("some", List.of(new SliceRule.InCategory("All")), levels[random.nextInt(most.ordinal() + 1)], Ceiling.of(random.nextInt(100_000))),
                    everything(levels[random.nextInt(most.ordinal() + 1)]));
            BrakeState.Braked pulled = new BrakeState.Braked(BrakeCause.HAND, "Stock count", "Ann", clock.instant());
            boolean local = !underDraft && random.nextBoolean();
            if (local) {
                wiring.policy().pull(pulled);
            } else {
                wiring.policy().release("Ann", clock.instant(), "counted");
            }
            if (underDraft || local) {
                channel.release("Ann", clock.instant());
            } else if (random.nextBoolean()) {
                channel.pull(pulled);
            } else {
                int id = odoo.server().admin().ref("orderbench.channel");
                odoo.server().admin().write("discuss.channel", List.of(id), Map.of("description", List.of("STOP", "", "Orderbench brake: released").get(random.nextInt(3))));
            }
            UnattendedRound.Outcome outcome = round();
            assertThat(outcome.drafted()).as("round %s, seed %s", i, seed).isEmpty();
            assertThat(outcome.confirmed()).isEmpty();
            assertThat(writes()).as("round %s, seed %s", i, seed).isEqualTo(before);
        }
        channel.release("Ann", clock.instant());
        wiring.policy().release("Ann", clock.instant(), "counted");
        set(everything(AuthorityLevel.AUTO_CONFIRM));
        assertThat(round().confirmed()).as("with authority and no brake the same lines are written").isNotEmpty();
        assertThat(writes()).isGreaterThan(before);
    }

    @Test
    void underDraftOrWithABrakeOnNothingUnaskedIsEverWritten() throws Exception {
        nothingUnasked(1, 60);
    }

    @Test
    @Tag("soak")
    void underDraftOrWithABrakeOnNothingUnaskedIsEverWrittenInAThousandRounds() throws Exception {
        nothingUnasked(2, 1000);
    }

    @Test
    void planningJudgesAndTheNoteOfWhatAPersonApprovedNamesTheVersion() throws Exception {
        assertThat(open()).allMatch(line -> wiring.policyRecords().verdict(line.id()).isPresent());
        set(everything(AuthorityLevel.DRAFT));
        wiring.desk().approve(List.of(open().getFirst().id()), false, "Ann");
        wiring.writeback().pusher(session).push();
        assertThat(odoo.server().admin().searchRead("mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("message_type", "=", "comment")), "body"))
                .anyMatch(message -> String.valueOf(message.get("body")).contains("Policy version 2, slice &#34;everything&#34; at DRAFT"));
    }

    @Test
    void theBrakeHoldsWhatTheAgentQueuedAndLetsThroughWhatAPersonApproved() throws Exception {
        List<ProposalLine> lines = open();
        wiring.desk().approve(List.of(lines.get(0).id()), false, Decision.AGENT);
        wiring.desk().approve(List.of(lines.get(1).id()), false, "Ann");
        wiring.policy().pull(new BrakeState.Braked(BrakeCause.HAND, "Stock count", "Ann", clock.instant()));
        assertThat(wiring.writeback().pusher(session).push().messages()).anyMatch(m -> m.contains("is held") && m.contains("Stock count"));
        assertThat(orders()).isEqualTo(1);
        wiring.policy().release("Ann", clock.instant(), "counted");
        wiring.writeback().pusher(session).push();
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void authorityIsEarnedAndABadForecastEndsIt() throws Exception {
        EarnRule soon = new EarnRule(Duration.ofDays(60), 4, 0.5, 0.25, 4, 30, 8, 0.5, 10, Duration.ofSeconds(2));
        BrakeLimits careful = new BrakeLimits(0.4, 8, 6, new BigDecimal("3"), BigDecimal.valueOf(1_000), 1, 3, Duration.ofHours(24), Duration.ofHours(24));
        set(wide(), careful, soon, everything(AuthorityLevel.DRAFT));

        // A buyer works, line by line.
        assertThat(round().drafted()).isEmpty();
        wiring.desk().approve(List.of(open().getFirst().id()), false, "Ann");
        for (int i = 0; i < 4; i++) {
            clock.forward(Duration.ofSeconds(20));
            wiring.desk().approve(List.of(open().getFirst().id()), false, "Ann");
        }
        wiring.writeback().pusher(session).push();
        int drafted = orders();
        assertThat(drafted).isPositive();

        // The offer comes with its evidence, and a person takes it.
        PolicyFacts facts = wiring.policyRecords().facts(wiring.policy().current(), new UserRights(true, true, false));
        Agreement agreement = Agreement.of("everything", wiring.policyRecords().rulings(wiring.policy().current(), facts), soon, clock.instant());
        assertThat(agreement.considered()).isEqualTo(4);
        assertThat(Promotion.consider(everything(AuthorityLevel.DRAFT), agreement, 0.0, soon)).isInstanceOf(Promotion.Offer.class);

        // Small lines confirm themselves; the others wait.
        BigDecimal small = open().stream().filter(l -> l.companyValue() != null).map(l -> l.companyValue().amount()).sorted().skip(2).findFirst().orElseThrow();
        Limits w = wide();
        Limits smallLines = new Limits(
                "GBP", new Ceiling(small, null, null), w.order(), w.vendorDay(), w.skuDay(), w.day(), w.budgets(), w.usualOrderTimes(), w.priceRisePercent(), 0, w.dataAge());
        set(smallLines, careful, soon, everything(AuthorityLevel.AUTO_CONFIRM));
        UnattendedRound.Outcome outcome = new UnattendedRound(wiring.guard(session), wiring.desk()).run(wiring.proposals().current(), session, true);
        assertThat(outcome.confirmed()).as("small ones").isNotEmpty().hasSizeLessThanOrEqualTo(3);

        // A bad forecast: everything that is left is wanted forty times over.
        clock.forward(Duration.ofDays(1));
        sync();
        set(wide(), careful, soon, everything(AuthorityLevel.AUTO_CONFIRM));
        plant(40);
        int before = writes();
        UnattendedRound.Outcome braked = round();
        assertThat(braked.judgement().trips()).extracting(BrakeState.Braked::cause).containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThat(braked.drafted()).isEmpty();
        assertThat(braked.confirmed()).isEmpty();
        assertThat(channel.read()).as("all clients are told").isInstanceOf(BrakeState.Braked.class);
        for (int i = 0; i < 3; i++) {
            round();
        }
        assertThat(writes()).as("nothing more is written").isEqualTo(before);
        assertThat(orders()).isEqualTo(drafted);
    }

    @Test
    void slicesByTagAndByClassHoldWhatWasReadFromOdoo() {
        assertThat(wiring.policyRecords().choices().tags()).contains("Vintage");
        Slice tagged = new Slice("tagged", List.of(new SliceRule.WithTags(Set.of("Vintage", "Christmas"))), AuthorityLevel.DRAFT, Ceiling.of(1));
        Slice classed = new Slice("classed", List.of(new SliceRule.OfClass(Set.of(ValueClass.A), Set.of(Forecastability.values()))), AuthorityLevel.DRAFT, Ceiling.of(1));
        set(tagged, classed, everything(AuthorityLevel.DRAFT));
        Policy policy = wiring.policy().current();
        PolicyFacts facts = wiring.policyRecords().facts(policy, null);
        Map<String, Integer> counts = Evaluator.counts(policy, facts, wiring.proposals().current());
        long vintage = open().stream().filter(line -> line.name().toLowerCase(Locale.ROOT).matches(".*(vintage|christmas).*")).count();
        assertThat(counts.get("tagged")).isEqualTo((int) vintage);
        assertThat(counts.get("classed")).isPositive();
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(open().size());
        assertThat(facts.profiles().values()).allMatch(profile -> profile.demandClass() != null && profile.tags() != null);
    }

    private void plant(int times) throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            Jdbi jdbi = database.jdbi();
            for (ProposalLine line : open()) {
                String body = jdbi.withHandle(h -> h.createQuery("select body from proposal_line where id = :id").bind("id", line.id()).mapTo(String.class).one());
                ObjectNode tree = (ObjectNode) json.readTree(body);
                tree.put("proposed", line.proposed().times(BigDecimal.valueOf(times)).toString());
                if (line.companyValue() != null) {
                    ((ObjectNode) tree.get("companyValue")).put("amount", line.companyValue().amount().multiply(BigDecimal.valueOf(times)));
                }
                BigDecimal quantity = line.proposed().value().multiply(BigDecimal.valueOf(times));
                jdbi.useHandle(h -> h.execute("update proposal_line set body = ?, quantity = ?, proposed = ? where id = ?", tree.toString(), quantity, quantity, line.id()));
            }
        }
    }
}
