package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.HandClock;
import org.orderbench.Wiring;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeLimits;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.EarnRule;
import org.orderbench.policy.Limits;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyDesk.Outcome;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.SliceRule;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.sync.SyncMode;

/**
 * The staged rollout in one month of simulated days: a buyer works at {@code DRAFT}, the evidence earns {@code AUTO_DRAFT} and then {@code AUTO_CONFIRM},
 * small orders confirm themselves, a bad forecast is planted, the brake trips, and nothing more is written.
 */
class StagedRolloutTest {

    private static final Set<String> WRITES = Set.of("load", "create", "write", "unlink", "button_confirm", "button_cancel", "button_approve", "message_post");
    private static final int HISTORY = 200;
    private static final String PASSPHRASE = "a long way home";
    private static final String ALL = "everything";

    /** Needs fewer decisions of a careful rule, so that a month is enough; all else is as careful. */
    private static final EarnRule EARNING = new EarnRule(Duration.ofDays(60), 20, 0.7, 0.25, 8, 30, 8, 0.5, 10, Duration.ofSeconds(2));

    /** A small shop's days are lumpy: one large order is ten usual days, and none is unusual under this amount. All else is as careful. */
    private static final BrakeLimits BRAKES = new BrakeLimits(0.4, 8, 8, new BigDecimal("3"), BigDecimal.valueOf(10_000), 8, 3, Duration.ofHours(24), Duration.ofHours(24));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(6)));
    private final Random buyer = new Random(5);
    private Wiring wiring;
    private DemoServer server;
    private OdooSession session;
    private Shop shop;

    @Test
    void aMonthFromDraftToTheBrake() throws Exception {
        try (DemoServer started = DemoServer.start(DemoOptions.defaults().products(90).days(HISTORY).clock(clock));
                Wiring opened = Wiring.open(folder, clock, Secret.of("demo"))) {
            server = started;
            wiring = opened;
            wiring.policyLock().toPassphrase(PASSPHRASE.toCharArray(), "Priya");
            try (OdooSession connected = wiring.signIn().connect(new ConnectionSettings(server.url(), "demo", "buyer"), Secret.of("demo"))) {
                session = connected;
                shop = new Shop(server.admin(), HISTORY, 3);
                month();
            }
        }
    }

    private void month() throws Exception {
        sync(SyncMode.FULL);
        forecastsOfEarlierWeeks();
        change(policy -> new Policy(
                policy.version() + 1, "Priya", clock.instant(), "set up", limits(400), List.of(everything(AuthorityLevel.DRAFT)), BRAKES, EARNING));
        assertThat(desk().release(true, "the channel is made", "Priya", PASSPHRASE.toCharArray())).isInstanceOf(Outcome.Done.class);

        // Two weeks at DRAFT: the round writes nothing unasked, the buyer looks at each line.
        for (int day = 1; day <= 14; day++) {
            int before = writes();
            UnattendedRound.Outcome round = morning();
            assertThat(round.drafted().size() + round.confirmed().size()).as("day %s", day).isZero();
            assertThat(writes()).as("day %s at DRAFT", day).isEqualTo(before);
            buyerDecides(true);
            evening();
        }

        // The evidence is there, with what the next level would have done; a person accepts it.
        SliceReport earned = report();
        assertThat(earned.promotion()).as(earned.promotion().toString()).isInstanceOf(Promotion.Offer.class);
        assertThat(earned.above()).isNotNull();
        assertThat(earned.above().unasked()).as("what AUTO_DRAFT would have drafted last month").isNotEmpty();
        assertThat(desk().change(policy -> policy.withLevel(ALL, AuthorityLevel.AUTO_DRAFT, "Bob", clock.instant(), ""), "guessed".toCharArray())).isInstanceOf(Outcome.Refused.class);
        accept(earned, AuthorityLevel.AUTO_DRAFT);

        // A week of drafts that a colleague confirms in Odoo as they are.
        int drafted = 0;
        for (int day = 15; day <= 20; day++) {
            UnattendedRound.Outcome round = morning();
            assertThat(round.confirmed()).isEmpty();
            drafted += round.drafted().size();
            colleagueConfirms();
            buyerDecides(true);
            evening();
        }
        assertThat(drafted).as("drafted unasked").isPositive();
        assertThat(report().promotion()).as(report().promotion().toString()).isInstanceOf(Promotion.Offer.class);
        accept(report(), AuthorityLevel.AUTO_CONFIRM);

        // Small orders confirm themselves; what is over a ceiling is drafted or waits.
        List<Long> confirmed = new ArrayList<>();
        for (int day = 21; day <= 27; day++) {
            UnattendedRound.Outcome round = morning();
            assertThat(round.judgement().brakes().allowUnasked()).as(round.judgement().brakes().words()).isTrue();
            confirmed.addAll(round.confirmed());
            colleagueConfirms();
            buyerDecides(true);
            evening();
        }
        assertThat(confirmed).as("confirmed unasked").isNotEmpty();
        assertThat(confirmed).allSatisfy(line -> assertThat(value(line)).as("line %s", line).isLessThanOrEqualTo(new BigDecimal("400")));
        assertThat(noteOf(confirmed.getFirst())).contains("Policy version").contains("AUTO_CONFIRM").contains("Passed: This line comes to");

        // Sales are booked many times over: everything is wanted at once, and the brake trips before a byte leaves.
        shop.bookWrongly(clock.instant(), 12);
        clock.forward(Duration.ofDays(1));
        sync(SyncMode.FULL);
        plan();
        colleagueConfirms();
        int before = writes();
        UnattendedRound.Outcome braked = round();
        assertThat(braked.judgement().trips()).as(braked.judgement().toString().substring(0, 200)).extracting(BrakeState.Braked::cause).contains(BrakeCause.UNUSUAL_TOTAL);
        assertThat(desk().brakes().shared()).as("all clients are told").isInstanceOf(BrakeState.Braked.class);
        for (int day = 28; day <= 30; day++) {
            assertThat(writes()).as("day %s with the brake on", day).isEqualTo(before);
            UnattendedRound.Outcome round = morning();
            assertThat(round.drafted().size() + round.confirmed().size()).isZero();
            assertThat(round.judgement().verdicts()).noneMatch(verdict -> verdict.action().unasked());
        }
        assertThat(writes()).as("nothing more is written").isEqualTo(before);
        assertThat(wiring.journal().newest(0, 5_000)).as("who gave which level, with the evidence, and what stopped it")
                .anyMatch(entry -> entry.what().action().equals("policy-change") && entry.what().cause().contains("considered decisions"))
                .anyMatch(entry -> entry.what().action().equals("brake-pull"));
    }

    private static Limits limits(long line) {
        Ceiling wide = Ceiling.of(1_000_000);
        return new Limits("GBP", Ceiling.of(line), wide, wide, wide, wide, List.of(), new BigDecimal("1000"), new BigDecimal("1000"), 0, Duration.ofHours(12));
    }

    private static Slice everything(AuthorityLevel level) {
        return new Slice(ALL, List.of(new SliceRule.Everything()), level, Ceiling.of(1_000_000));
    }

    private PolicyDesk desk() {
        return wiring.policyDesk();
    }

    private void change(Function<Policy, Policy> next) {
        assertThat(desk().change(next, PASSPHRASE.toCharArray())).isInstanceOf(Outcome.Done.class);
    }

    private SliceReport report() {
        return desk().overview().slices().getFirst();
    }

    private void accept(SliceReport report, AuthorityLevel level) {
        String evidence = report.promotion() instanceof Promotion.Offer offer ? String.join("; ", offer.evidence()) : "";
        change(policy -> policy.withLevel(ALL, level, "Priya", clock.instant(), evidence));
    }

    private void sync(SyncMode mode) throws Exception {
        SyncCommand.sync(wiring, session, mode, new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false));
    }

    private void plan() {
        wiring.plan(done -> {});
    }

    /** What was forecast in the weeks before, so that the tracking signal has something to go by. */
    private void forecastsOfEarlierWeeks() {
        for (int week = 8; week >= 1; week--) {
            wiring.proposals().save(wiring.planner().plan(wiring.today().minusWeeks(week), done -> {}));
        }
    }

    private UnattendedRound.Outcome morning() throws Exception {
        shop.day(clock.instant());
        clock.forward(Duration.ofMinutes(5));
        sync(SyncMode.INCREMENTAL);
        plan();
        return round();
    }

    private UnattendedRound.Outcome round() throws Exception {
        UnattendedRound.Outcome outcome = new UnattendedRound(wiring.guard(session), wiring.desk()).run(wiring.proposals().current(), session, false);
        wiring.writeback().pusher(session).push();
        return outcome;
    }

    private void evening() {
        clock.to(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(30)));
    }

    /** Looks at every open line for a while: mostly as proposed, sometimes a little more, sometimes not at all. */
    private void buyerDecides(boolean confirm) throws Exception {
        for (ProposalLine line : open()) {
            clock.forward(Duration.ofSeconds(20));
            int lot = buyer.nextInt(25);
            if (lot == 0) {
                wiring.desk().reject(List.of(line.id()), "Enough in stock", "Ann");
            } else {
                if (lot == 1) {
                    wiring.desk().edit(line.id(), line.quantity().plus(line.orderStep().isPositive() ? line.orderStep() : line.quantity()), "Ann");
                    clock.forward(Duration.ofSeconds(8));
                }
                wiring.desk().approve(List.of(line.id()), confirm, "Ann");
            }
        }
        wiring.writeback().pusher(session).push();
    }

    private List<ProposalLine> open() {
        return wiring.proposals().current().stream().flatMap(p -> p.lines().stream()).filter(l -> l.state() == LineState.OPEN).toList();
    }

    private void colleagueConfirms() {
        clock.forward(Duration.ofHours(2));
        for (Map<String, Object> order : server.admin().searchRead("purchase.order", List.of(List.of("state", "=", "draft"), List.of("origin", "=like", "OB-%")), "id")) {
            server.admin().call("purchase.order", "button_confirm", List.of(List.of(order.get("id"))), Map.of());
        }
    }

    /** Calls of the client that write to purchase orders or their lines. */
    private int writes() {
        return server.calls().all().entrySet().stream()
                .filter(call -> call.getKey().startsWith("purchase.order") && WRITES.contains(call.getKey().substring(call.getKey().lastIndexOf('.') + 1)))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private BigDecimal value(long line) {
        return wiring.proposals().line(line).map(ProposalLine::companyValue).orElseThrow().amount();
    }

    private String noteOf(long line) {
        int order = wiring.outbox().entries().stream()
                .filter(entry -> entry.orderId() != null && entry.lines().stream().anyMatch(l -> l.proposalLineId() == line))
                .findFirst().orElseThrow().orderId();
        return server.admin().searchRead(
                        "mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment")), "body")
                .stream().map(message -> String.valueOf(message.get("body"))).reduce("", String::concat);
    }
}
