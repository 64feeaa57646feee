package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** What holds for every policy and every plan, over seeded random ones. */
class EvaluatorPropertiesTest {

    private static final int ROUNDS_PER_SEED = 50;

    private final Evaluator evaluator = new Evaluator();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private record World(Policy policy, PolicyFacts facts, List<Proposal> proposals, Exposure soFar) {

        World with(Policy other) {
            return new World(other, facts, proposals, soFar);
        }
    }

    private Map<Long, Verdict> judge(World world, Brakes brakes) {
        return evaluator.evaluate(world.policy, world.facts, world.proposals, world.soFar, brakes).stream().collect(Collectors.toMap(Verdict::lineId, v -> v));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tighterLimitsNeverLetALineGoFurther(long seed) {
        Random random = new Random(seed);
        int lowered = 0;
        for (int round = 0; round < ROUNDS_PER_SEED; round++) {
            World world = world(random);
            World strict = world.with(tightened(world.policy, random));
            Map<Long, Verdict> loose = judge(world, Brakes.RELEASED);
            for (Verdict verdict : judge(strict, Brakes.RELEASED).values()) {
                assertThat(verdict.action()).as("line %s, seed %s, round %s", verdict.lineId(), seed, round).isLessThanOrEqualTo(loose.get(verdict.lineId()).action());
                lowered += verdict.action() != loose.get(verdict.lineId()).action() ? 1 : 0;
            }
        }
        assertThat(lowered).as("the limits bite in some round").isPositive();
    }

    /** For one line: where a stricter level frees room under a ceiling, other lines may use it; the line itself never goes further. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLowerLevelNeverLetsALineGoFurther(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS_PER_SEED; round++) {
            World world = single(world(random));
            World strict = world.with(lowered(world.policy, random));
            Verdict loose = judge(world, Brakes.RELEASED).values().iterator().next();
            Verdict verdict = judge(strict, Brakes.RELEASED).values().iterator().next();
            assertThat(verdict.action()).as("seed %s, round %s", seed, round).isLessThanOrEqualTo(loose.action());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingUnaskedUnderDraftOrWithABrakeOn(long seed) {
        Random random = new Random(seed);
        int unasked = 0;
        for (int round = 0; round < ROUNDS_PER_SEED; round++) {
            World world = world(random);
            Policy draft = new Policy(
                    2, "x", Fixture.NOW, "", world.policy.limits(), world.policy.slices().stream().map(s -> s.at(s.level().lowerOf(AuthorityLevel.DRAFT))).toList(),
                    BrakeLimits.careful(), EarnRule.careful());
            assertThat(judge(world.with(draft), Brakes.RELEASED).values()).noneMatch(v -> v.action().unasked());
            BrakeState on = random.nextBoolean() ? new BrakeState.Unreadable("no answer") : new BrakeState.Braked(BrakeCause.HAND, "", "x", Fixture.NOW);
            BrakeState off = new BrakeState.Released();
            assertThat(judge(world, new Brakes(on, off)).values()).noneMatch(v -> v.action().unasked());
            assertThat(judge(world, new Brakes(off, on)).values()).noneMatch(v -> v.action().unasked());
            unasked += (int) judge(world, Brakes.RELEASED).values().stream().filter(v -> v.action().unasked()).count();
        }
        assertThat(unasked).as("without them something is written").isPositive();
    }

    /** Every check that comes up over all seeds, with every brake: said in full, with its figures, and not in English. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyCheckIsSaidInEveryLanguage(String language) {
        CheckWords words = new CheckWords(Locale.forLanguageTag(language));
        CheckWords english = new CheckWords(Locale.UK);
        Set<String> seen = new TreeSet<>();
        List<Brakes> brakes = List.of(
                Brakes.RELEASED, new Brakes(new BrakeState.Braked(BrakeCause.UNUSUAL_TOTAL, "9,999 GBP", "agent", Fixture.NOW), new BrakeState.Released()),
                new Brakes(new BrakeState.Released(), new BrakeState.Unreadable("no answer")));
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            for (int round = 0; round < 40; round++) {
                for (Verdict verdict : judge(world(random), brakes.get(round % brakes.size())).values()) {
                    for (Check check : verdict.trace().checks()) {
                        String said = words.say(check);
                        assertThat(said).as("%s %s", check.name(), check.result()).isNotEqualTo(check.words()).doesNotContain("{", "[", "?", "subject.", "unit.", "cause.");
                        assertThat(english.say(check)).isEqualTo(check.words());
                        seen.add(check.name() + " " + check.result());
                    }
                    for (Explanation.Step step : verdict.trace().steps()) {
                        assertThat(words.say(step)).isNotEqualTo(step.text()).doesNotContain("{", "[", "?", "subject.", "note.", "result.");
                        assertThat(english.say(step)).isEqualTo(step.text());
                    }
                }
            }
        });
        assertThat(seen).hasSizeGreaterThan(50).contains("brake STOPPED", "line-value FAILED", "line-value CANNOT_EVALUATE", "day-packs PASSED", "category-week FAILED", "untouched STOPPED");
    }

    @Test
    void aCheckIsSaidWithItsFiguresInTheFormOfTheLanguage() {
        Check over = Check.failed("line-value", List.of(
                new Explanation.Figure("amount", "1234.5", "GBP", "proposals"), new Explanation.Figure("ceiling", "250", "GBP", "policy")), "This line …");
        assertThat(new CheckWords(Locale.GERMANY).say(over)).isEqualTo("Diese Zeile: 1.234,5 GBP, über der Obergrenze von 250 GBP.");
        assertThat(new CheckWords(Locale.forLanguageTag("es")).say(over)).contains("por encima del tope de 250 GBP");
        assertThat(new CheckWords(Locale.JAPAN).say(over)).as("no words of ours").isEqualTo("This line …");
        Check hostile = Check.stopped("brake", List.of(
                new Explanation.Figure("cause", "HAND", "", CheckWords.NAME), new Explanation.Figure("why", "{cause} $1 \\ 2024", "", CheckWords.NAME)), "x");
        assertThat(new CheckWords(Locale.GERMANY).say(hostile)).isEqualTo("Eine Bremse ist an (von Hand): {cause} $1 \\ 2024");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsConfirmedUnaskedStaysWithinEveryCeilingHoweverItIsSplit(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS_PER_SEED; round++) {
            World world = world(random);
            Limits limits = world.policy.limits();
            Map<Long, Verdict> verdicts = judge(world, Brakes.RELEASED);
            Map<Integer, BigDecimal> vendors = new HashMap<>();
            Map<Sku, BigDecimal> skus = new HashMap<>();
            BigDecimal day = BigDecimal.ZERO;
            for (Proposal proposal : world.proposals) {
                for (ProposalLine line : proposal.lines()) {
                    Verdict verdict = verdicts.get(line.id());
                    if (verdict.action() == Action.AUTO_CONFIRM) {
                        assertThat(line.companyValue()).isNotNull();
                        BigDecimal value = line.companyValue().amount();
                        assertThat(value).isLessThanOrEqualTo(limits.line().value());
                        day = day.add(value);
                        vendors.merge(proposal.vendorId(), value, BigDecimal::add);
                        skus.merge(line.basis().sku(), value, BigDecimal::add);
                    }
                }
            }
            assertThat(day).isLessThanOrEqualTo(limits.day().value());
            assertThat(vendors.values()).allMatch(v -> v.compareTo(limits.vendorDay().value()) <= 0);
            assertThat(skus.values()).allMatch(v -> v.compareTo(limits.skuDay().value()) <= 0);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheProposalsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS_PER_SEED; round++) {
            World world = world(random);
            List<Proposal> shuffled = new ArrayList<>(world.proposals);
            Collections.shuffle(shuffled, random);
            assertThat(judge(new World(world.policy, world.facts, shuffled, world.soFar), Brakes.RELEASED)).isEqualTo(judge(world, Brakes.RELEASED));
        }
    }

    private static World single(World world) {
        Proposal first = world.proposals.getFirst();
        Proposal one = new Proposal(first.id(), 1, 1, "WH", first.vendorId(), "V", "GBP", Fixture.NOW, List.of(first.lines().getFirst()));
        return new World(world.policy, world.facts, List.of(one), world.soFar);
    }

    private static World world(Random random) {
        Proposal[] proposals = new Proposal[1 + random.nextInt(4)];
        long id = 0;
        for (int p = 0; p < proposals.length; p++) {
            Fixture.Line[] lines = new Fixture.Line[1 + random.nextInt(6)];
            for (int l = 0; l < lines.length; l++) {
                lines[l] = Fixture.line(1 + random.nextInt(12))
                        .id(++id)
                        .category(List.of("All", "All / Bags", "All / Bags / Jumbo", "All / Hats").get(random.nextInt(4)))
                        .quantity(String.valueOf(1 + random.nextInt(40)))
                        .price(random.nextInt(30) == 0 ? "0" : BigDecimal.valueOf(random.nextDouble() * 20 + 0.01).setScale(2, RoundingMode.UP).toPlainString())
                        .confidence(random.nextDouble());
                if (random.nextInt(4) == 0) {
                    lines[l].urgent();
                }
                if (random.nextInt(30) == 0) {
                    lines[l].noRate();
                }
                if (random.nextInt(20) == 0) {
                    lines[l].proposed(3);
                }
            }
            proposals[p] = Fixture.proposal(1 + random.nextInt(3), lines);
        }
        Map<Sku, SkuProfile> profiles = new HashMap<>();
        for (int product = 1; product <= 12; product++) {
            if (random.nextInt(15) != 0) {
                DemandClass demand = new DemandClass(pick(ValueClass.values(), random), pick(Forecastability.values(), random));
                profiles.put(
                        Fixture.sku(product),
                        new SkuProfile(random.nextInt(10) == 0 ? null : demand, Quantity.of(5 + random.nextInt(30)), BigDecimal.TEN, "GBP", random.nextInt(20) == 0));
            }
        }
        UserRights rights = random.nextInt(20) == 0 ? null : new UserRights(random.nextInt(10) != 0, random.nextInt(5) != 0, false);
        PolicyFacts facts = new PolicyFacts(Fixture.NOW, Fixture.TODAY, Fixture.NOW.minus(Duration.ofMinutes(random.nextInt(800))), profiles, rights);
        List<Commitment> before = new ArrayList<>();
        for (int c = random.nextInt(4); c > 0; c--) {
            before.add(Fixture.commitment(1 + random.nextInt(12), 1 + random.nextInt(3), String.valueOf(random.nextInt(300)), Fixture.TODAY.minusDays(random.nextInt(4)), random.nextBoolean()));
        }
        return new World(policy(random), facts, List.of(proposals), new Exposure(before));
    }

    private static Policy policy(Random random) {
        Limits limits = new Limits(
                "GBP", ceiling(random, 600), ceiling(random, 2_000), ceiling(random, 2_000), ceiling(random, 800), ceiling(random, 4_000),
                List.of(new CategoryBudget("All", ceiling(random, 4_000).value()), new CategoryBudget("All / Bags", ceiling(random, 2_000).value())),
                BigDecimal.valueOf(1 + random.nextInt(6)), BigDecimal.valueOf(random.nextInt(100)), random.nextDouble() * 0.6, Duration.ofHours(1 + random.nextInt(14)));
        Slice fast = new Slice(
                "fast", List.of(new SliceRule.OfClass(Set.of(ValueClass.A, ValueClass.B), Set.of(Forecastability.values()))), pick(AuthorityLevel.values(), random), ceiling(random, 3_000));
        Slice bags = new Slice("bags", List.of(new SliceRule.InCategory("All / Bags")), pick(AuthorityLevel.values(), random), ceiling(random, 3_000));
        Slice rest = new Slice("everything", List.of(new SliceRule.Everything()), pick(AuthorityLevel.values(), random), ceiling(random, 3_000));
        return Fixture.policy(limits, fast, bags, rest);
    }

    private static Ceiling ceiling(Random random, int most) {
        return new Ceiling(
                BigDecimal.valueOf(random.nextInt(most)),
                random.nextInt(3) == 0 ? Quantity.of(random.nextInt(200)) : null,
                random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(50)) : null);
    }

    private static Policy tightened(Policy policy, Random random) {
        Limits l = policy.limits();
        Limits limits = new Limits(
                l.currency(), tighter(l.line(), random), tighter(l.order(), random), tighter(l.vendorDay(), random), tighter(l.skuDay(), random), tighter(l.day(), random),
                l.budgets().stream().map(b -> new CategoryBudget(b.category(), less(b.perWeek(), random))).toList(),
                l.usualOrderTimes().multiply(BigDecimal.valueOf(1 - random.nextDouble() * 0.5)), less(l.priceRisePercent(), random),
                l.confidenceFloor() + random.nextDouble() * (1 - l.confidenceFloor()) * 0.3, Duration.ofMinutes((long) (l.dataAge().toMinutes() * (0.6 + 0.4 * random.nextDouble()))));
        return policy.with(policy.slices().stream().map(s -> new Slice(s.name(), s.rules(), s.level(), tighter(s.week(), random))).toList(), "x", Fixture.NOW, "")
                .with(limits, "x", Fixture.NOW, "tighter");
    }

    private static Ceiling tighter(Ceiling ceiling, Random random) {
        Quantity units = ceiling.units() == null ? (random.nextBoolean() ? Quantity.of(random.nextInt(300)) : null) : new Quantity(less(ceiling.units().value(), random));
        BigDecimal packs = ceiling.packs() == null ? (random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(100)) : null) : less(ceiling.packs(), random);
        return new Ceiling(less(ceiling.value(), random), units, packs);
    }

    private static BigDecimal less(BigDecimal amount, Random random) {
        return random.nextBoolean() ? amount : amount.multiply(BigDecimal.valueOf(random.nextDouble()));
    }

    private static Policy lowered(Policy policy, Random random) {
        return policy.with(policy.slices().stream().map(s -> random.nextBoolean() ? s : s.at(s.level().below())).toList(), "x", Fixture.NOW, "lower");
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
