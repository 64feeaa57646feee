package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** Lines, proposals and policies for tests: everything passes unless a test says otherwise. */
final class Fixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");
    static final UserRights BUYER = new UserRights(true, true, false);
    static final DemandClass FAST = new DemandClass(ValueClass.A, Forecastability.X);
    static final SkuProfile KNOWN = new SkuProfile(FAST, Quantity.of(10), new BigDecimal("10"), "GBP", false);

    private Fixture() {}

    static Sku sku(int product) {
        return new Sku(1, 1, product);
    }

    /** A line to change: 10 pieces in packs of 5 at 10.00 GBP. */
    static Line line(int product) {
        return new Line(product);
    }

    static final class Line {
        private final int product;
        private long id;
        private String category = "All / Bags";
        private Quantity quantity = Quantity.of(10);
        private @Nullable Quantity proposed;
        private Quantity pack = Quantity.of(5);
        private BigDecimal price = BigDecimal.TEN;
        private @Nullable Money value;
        private boolean noRate;
        private double confidence = 0.9;
        private LineState state = LineState.OPEN;
        private @Nullable LocalDate shortageOn = TODAY.plusDays(10);
        private boolean urgent;

        private Line(int product) {
            this.product = product;
            this.id = product;
        }

        Line id(long lineId) {
            id = lineId;
            return this;
        }

        Line category(String name) {
            category = name;
            return this;
        }

        Line quantity(String units) {
            quantity = new Quantity(new BigDecimal(units));
            return this;
        }

        Line proposed(long units) {
            proposed = Quantity.of(units);
            return this;
        }

        Line pack(long units) {
            pack = Quantity.of(units);
            return this;
        }

        Line price(String perUnit) {
            price = new BigDecimal(perUnit);
            return this;
        }

        Line value(String amount, String currency) {
            value = Money.of(amount, currency);
            return this;
        }

        Line noRate() {
            noRate = true;
            return this;
        }

        Line confidence(double share) {
            confidence = share;
            return this;
        }

        Line state(LineState where) {
            state = where;
            return this;
        }

        Line urgent() {
            urgent = true;
            return this;
        }

        ProposalLine build() {
            Money own = new Money(price.multiply(quantity.value()), "GBP");
            Money worth = noRate ? null : value != null ? value : own;
            return new ProposalLine(
                    id, new LineBasis(sku(product), null, null, 0), "P" + product, "Product " + product, null, category, "Units",
                    Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, 5.0, 7.0, quantity, proposed == null ? quantity : proposed, quantity, pack, "Pack", Quantity.ZERO,
                    price, worth, 7, TODAY.plusDays(7), shortageOn, urgent, confidence, 100 + product, new Explanation(List.of()), state, null);
        }
    }

    static Proposal proposal(int vendor, Line... lines) {
        return new Proposal(vendor, 1, 1, "WH", vendor, "Vendor " + vendor, "GBP", NOW, Stream.of(lines).map(Line::build).toList());
    }

    /** Everything known and fresh, for all SKUs of these proposals. */
    static PolicyFacts facts(Proposal... proposals) {
        return facts(BUYER, KNOWN, proposals);
    }

    static PolicyFacts facts(@Nullable UserRights rights, SkuProfile profile, Proposal... proposals) {
        Map<Sku, SkuProfile> profiles = Stream.of(proposals)
                .flatMap(p -> p.lines().stream())
                .map(l -> l.basis().sku())
                .distinct()
                .collect(Collectors.toMap(s -> s, s -> profile));
        return new PolicyFacts(NOW, TODAY, NOW.minus(Duration.ofHours(1)), profiles, rights);
    }

    /** Ceilings that nothing in these tests reaches, to tighten one at a time. */
    static Limits wide() {
        Ceiling wide = new Ceiling(new BigDecimal("1000000"), Quantity.of(1_000_000), new BigDecimal("1000000"));
        return new Limits("GBP", wide, wide, wide, wide, wide, List.of(), new BigDecimal("100"), new BigDecimal("100"), 0.1, Duration.ofHours(12));
    }

    static Slice everything(AuthorityLevel level) {
        return new Slice("everything", List.of(new SliceRule.Everything()), level, Ceiling.of(1_000_000));
    }

    static Policy policy(Limits limits, Slice... slices) {
        return new Policy(7, "manager", NOW, "test", limits, List.of(slices), BrakeLimits.careful(), EarnRule.careful());
    }

    static Policy policy(Limits limits, AuthorityLevel level) {
        return policy(limits, everything(level));
    }

    static Commitment commitment(int product, int vendor, String value, LocalDate day, boolean unasked) {
        return new Commitment(
                sku(product), vendor, "All / Bags", "everything", day, Money.of(value, "GBP"), Quantity.of(10), BigDecimal.TWO, unasked);
    }
}
