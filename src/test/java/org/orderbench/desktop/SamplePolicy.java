package org.orderbench.desktop;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeLimits;
import org.orderbench.policy.CategoryBudget;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Choices;
import org.orderbench.policy.DemandClass;
import org.orderbench.policy.EarnRule;
import org.orderbench.policy.Limits;
import org.orderbench.policy.PastLine;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.PolicyMemory;
import org.orderbench.policy.Punctuality;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.SkuProfile;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.policy.UserRights;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** A policy with some history for the sample proposals: slices with evidence for and against them. */
final class SamplePolicy {

    private static final int MOST_DECIDED = 4_000;

    final PolicyMemory memory;
    private final List<Proposal> proposals;
    private final PolicyDesk desk;

    /** @param busy slices, evidence and past decisions; else a new installation */
    SamplePolicy(List<Proposal> proposals, boolean busy, Clock clock) {
        this.proposals = proposals;
        Map<Sku, SkuProfile> profiles = new HashMap<>();
        Map<Sku, Integer> bought = new HashMap<>();
        Map<Sku, String> names = new HashMap<>();
        TreeMap<Integer, String> vendors = new TreeMap<>();
        for (Proposal proposal : proposals) {
            vendors.put(proposal.vendorId(), proposal.vendorName());
            for (ProposalLine line : proposal.lines()) {
                Sku sku = line.basis().sku();
                int n = sku.productId();
                profiles.put(sku, new SkuProfile(
                        new DemandClass(ValueClass.values()[n % 3], Forecastability.values()[n / 3 % 3]), n % 9 == 0 ? null : line.proposed(), line.unitPrice(),
                        proposal.currency(), n % 23 == 0, Set.of(n % 4 == 0 ? "Seasonal" : "Basics")));
                bought.put(sku, proposal.vendorId());
                names.put(sku, line.code() + " " + line.name() + " · " + proposal.warehouseName());
            }
        }
        Instant now = clock.instant();
        PolicyFacts facts = new PolicyFacts(now, LocalDate.ofInstant(now, ZoneOffset.UTC), now.minusSeconds(720), profiles, new UserRights(true, true, false));
        memory = new PolicyMemory(Policy.initial("GBP", now.minus(Duration.ofDays(44))), facts);
        memory.choices = new Choices(
                List.of("Gifts", "Gifts / Candles", "Gifts / Kitchen"), vendors, new TreeMap<>(Map.of(1, "Bristol", 2, "Leeds")), List.of("Basics", "Seasonal"), names);
        memory.bought = bought;
        vendors.forEach((id, name) -> {
            List<Punctuality> all = new ArrayList<>(memory.punctuality);
            all.add(new Punctuality(id, name, 12 + id % 9, 12 + id % 9 - id % 5));
            memory.punctuality = all;
        });
        if (busy) {
            fill(clock);
        }
        desk = new PolicyDesk(memory, memory, memory, () -> proposals, memory, clock);
        if (busy) {
            desk.judge();
        }
    }

    PolicyDesk desk() {
        return desk;
    }

    private void fill(Clock clock) {
        Instant now = clock.instant();
        SliceRule.OfClass fast = new SliceRule.OfClass(Set.of(ValueClass.A, ValueClass.B), Set.of(Forecastability.X, Forecastability.Y));
        Slice narrow = new Slice("fast movers of reliable vendors", List.of(new SliceRule.FromVendors(Set.of(100, 104, 105, 109, 110, 114, 115, 119)), fast), AuthorityLevel.DRAFT, Ceiling.of(1_500));
        Slice seasonal = new Slice("seasonal", List.of(new SliceRule.WithTags(Set.of("Seasonal"))), AuthorityLevel.DRAFT, Ceiling.of(500));
        Slice rest = memory.policy.slices().getFirst();
        memory.change(memory.policy.with(List.of(narrow, seasonal, rest), "Priya Shah", now.minus(Duration.ofDays(40)), "First narrow slice: fast movers of reliable vendors"));
        memory.change(memory.policy.withLevel("fast movers of reliable vendors", AuthorityLevel.AUTO_DRAFT, "Priya Shah", now.minus(Duration.ofDays(12)),
                "56 decisions, 54 as proposed; last month 31 lines would have been drafted, all ordered as proposed"));
        Limits l = memory.policy.limits();
        memory.change(memory.policy.with(new Limits(
                "GBP", new Ceiling(new BigDecimal("400"), Quantity.of(600), null), Ceiling.of(1_200), Ceiling.of(1_200), Ceiling.of(400), Ceiling.of(3_000),
                List.of(new CategoryBudget("Gifts", new BigDecimal("9000"))), l.usualOrderTimes(), l.priceRisePercent(), l.confidenceFloor(), l.dataAge()),
                "Priya Shah", now.minus(Duration.ofDays(5)), "Christmas orders are larger"));
        memory.change(memory.policy.withLevel("seasonal", AuthorityLevel.OBSERVE, "agent", now.minus(Duration.ofDays(1)),
                "Of the latest 12 lines that people looked at, 4 stayed as proposed."));
        memory.tracking = Map.of("fast movers of reliable vendors", 1.4, "everything", -2.2);
        memory.errors = Map.of(
                "fast movers of reliable vendors", new Tracking.Score(212, 0.04, 0.8, 0.9, 0.94, 0.95, 0.1),
                "everything", new Tracking.Score(640, -0.07, 0.9, 1.1, 0.93, 0.95, -0.4));
        rulings(now);
    }

    private void rulings(Instant now) {
        Random random = new Random(3);
        List<Ruling> rulings = new ArrayList<>();
        List<PastLine> past = new ArrayList<>();
        List<String> reasons = List.of("Enough in stock", "The forecast is too high", "Ordered another way");
        for (Proposal proposal : proposals) {
            // Nobody decides more in a month, however much is proposed today.
            for (ProposalLine line : past.size() > MOST_DECIDED ? List.<ProposalLine>of() : proposal.lines()) {
                for (int week = 0; week < 4; week++) {
                    Sku sku = line.basis().sku();
                    String slice = memory.policy.place(sku, line.category(), proposal.vendorId(), memory.facts.profiles().get(sku)).slice().name();
                    boolean narrow = slice.startsWith("fast");
                    int lot = random.nextInt(100);
                    Ruling.Outcome outcome = lot < (narrow ? 2 : 12) ? Ruling.Outcome.REJECTED : Ruling.Outcome.APPROVED;
                    Quantity decided = outcome == Ruling.Outcome.REJECTED ? Quantity.ZERO
                            : lot > (narrow ? 97 : 80) ? line.proposed().plus(Quantity.of(12)) : line.proposed();
                    Instant at = now.minus(Duration.ofDays(7L * week + random.nextInt(5))).minusSeconds(random.nextInt(9_000));
                    BigDecimal unit = line.companyValue() == null ? null : line.unitPrice();
                    rulings.add(new Ruling(
                            line.id() * 10 + week, slice, outcome, line.proposed(), decided, unit, outcome == Ruling.Outcome.REJECTED ? reasons.get(random.nextInt(3)) : "",
                            "Mitchell Admin", at, 1 + random.nextInt(3), Duration.ofSeconds(random.nextInt(9) == 0 ? 1 : 14)));
                    Proposal head = new Proposal(
                            proposal.id() * 10 + week, 1, 1, proposal.warehouseName(), proposal.vendorId(), proposal.vendorName(), proposal.currency(), at, List.of());
                    past.add(new PastLine(head, line, LocalDate.ofInstant(at, ZoneOffset.UTC), at, outcome, decided, week == 3 ? null : memory.facts.profiles().get(sku)));
                }
            }
        }
        memory.rulings = rulings;
        memory.past = past;
    }
}
