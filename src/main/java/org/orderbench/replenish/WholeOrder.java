package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * The rules that look at an order as a whole, after each line's own, in the order in which they stand here: the vendor's least order value, then its
 * free freight. Both pull forward what would be needed soonest, in whole packs, never beyond a cap and never beyond the longest cover. Pure.
 */
public final class WholeOrder {

    private static final String CALCULATION = "calculation";
    /** Times that a minimum is filled up to again after better prices lowered it. */
    private static final int PRICE_ROUNDS = 5;

    private final VendorTerms terms;
    private final ReplenishmentSettings settings;

    private WholeOrder(VendorTerms terms, ReplenishmentSettings settings) {
        this.terms = terms;
        this.settings = settings;
    }

    /**
     * @param lines of one vendor, company, warehouse and currency: those to be ordered and, to pull forward, those that need nothing yet
     * @return the same SKUs in the same order, some with more; unchanged where nothing is to be ordered or no rule applies
     */
    public static List<Assessment.Planned> completed(List<Assessment.Planned> lines, VendorTerms terms, ReplenishmentSettings settings) {
        if (!terms.looksAtTotals() || total(lines).signum() == 0) {
            return lines;
        }
        WholeOrder rules = new WholeOrder(terms, settings);
        return rules.freeFreight(rules.minimumOrder(lines));
    }

    /** Whether a vendor's least order value is still missed, once {@link #completed}. */
    public static boolean isBelowMinimum(List<Assessment.Planned> lines, VendorTerms terms) {
        BigDecimal total = total(lines);
        return terms.minimumOrder() != null && total.signum() > 0 && total.compareTo(terms.minimumOrder()) < 0;
    }

    /** The value of what is to be ordered, in the vendor's currency. */
    public static BigDecimal total(List<Assessment.Planned> lines) {
        return lines.stream().map(WholeOrder::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Assessment.Planned line) {
        return line.unitPrice().multiply(line.quantity().value());
    }

    /** An order below the vendor's least value is filled up to it; one that nothing can fill is left as it is, for the buyer to decide. */
    private List<Assessment.Planned> minimumOrder(List<Assessment.Planned> lines) {
        BigDecimal least = terms.minimumOrder();
        BigDecimal total = total(lines);
        if (least == null || total.compareTo(least) >= 0) {
            return lines;
        }
        // A line that is raised may reach a better price, and the order may miss its value again.
        BigDecimal wanted = least;
        for (int round = 0; round < PRICE_ROUNDS; round++) {
            Filled filled = filled(lines, wanted);
            if (filled.total().compareTo(wanted) < 0) {
                return lines;
            }
            List<Assessment.Planned> changed = explained(lines, filled, "vendor-minimum-order", "minimum order", total, least);
            BigDecimal reached = total(changed);
            if (reached.compareTo(least) >= 0) {
                return changed;
            }
            wanted = wanted.add(least.subtract(reached));
        }
        return lines;
    }

    /** An order that misses free freight is filled up to it where that costs less to hold than the freight. */
    private List<Assessment.Planned> freeFreight(List<Assessment.Planned> lines) {
        BigDecimal from = terms.freeFreight();
        BigDecimal freight = terms.freight();
        BigDecimal total = total(lines);
        if (from == null || freight == null || total.compareTo(from) >= 0) {
            return lines;
        }
        Filled filled = filled(lines, from);
        if (filled.total().compareTo(from) < 0 || filled.holding().compareTo(freight) >= 0) {
            return lines;
        }
        List<Assessment.Planned> changed = explained(lines, filled, "free-freight", "free freight", total, from);
        return total(changed).compareTo(from) < 0 ? lines : changed;
    }

    /** @param holding what it costs to keep the pulled goods until they would have been needed, in the vendor's currency */
    private record Filled(List<Quantity> quantities, BigDecimal total, BigDecimal holding) {}

    /** Adds packs, each time to the SKU that would run out soonest. */
    private Filled filled(List<Assessment.Planned> lines, BigDecimal wanted) {
        List<Quantity> quantities = new ArrayList<>(lines.stream().map(Assessment.Planned::quantity).toList());
        BigDecimal total = total(lines);
        BigDecimal holding = BigDecimal.ZERO;
        while (total.compareTo(wanted) < 0) {
            Optional<Pull> next = next(lines, quantities);
            if (next.isEmpty()) {
                break;
            }
            Pull pull = next.get();
            quantities.set(pull.index(), quantities.get(pull.index()).plus(pull.added()));
            BigDecimal added = lines.get(pull.index()).unitPrice().multiply(pull.added().value());
            total = total.add(added);
            double early = Math.max(0, pull.coverDays() - lines.get(pull.index()).protectionDays());
            holding = holding.add(added.multiply(BigDecimal.valueOf(early / 365 * settings.holdingRate()), MathContext.DECIMAL64));
        }
        return new Filled(quantities, total, holding);
    }

    /** @param coverDays how long supply and what is ordered so far last */
    private record Pull(int index, Quantity added, double coverDays) {}

    private Optional<Pull> next(List<Assessment.Planned> lines, List<Quantity> quantities) {
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Pull pull = pull(lines.get(i), i, quantities.get(i));
            if (pull != null) {
                pulls.add(pull);
            }
        }
        return pulls.stream().min(Comparator.comparingDouble(Pull::coverDays).thenComparing(pull -> lines.get(pull.index()).facts().sku()));
    }

    private @Nullable Pull pull(Assessment.Planned line, int index, Quantity ordered) {
        double daily = line.daily();
        if (!(daily > 0) || line.blocked() != null) {
            return null;
        }
        Quantity added = ordered.isZero() ? line.minimum().max(line.orderStep()).upTo(line.orderStep()) : line.orderStep();
        Quantity then = ordered.plus(added);
        boolean fits = line.room() == null || then.compareTo(line.room()) <= 0;
        double cover = line.supply().all().plus(ordered).toDouble() / daily;
        double after = cover + added.toDouble() / daily;
        return fits && after <= settings.longestCoverDays() ? new Pull(index, added, cover) : null;
    }

    private List<Assessment.Planned> explained(
            List<Assessment.Planned> lines, Filled filled, String rule, String what, BigDecimal before, BigDecimal wanted) {
        List<Assessment.Planned> changed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Assessment.Planned line = lines.get(i);
            Quantity quantity = filled.quantities().get(i);
            changed.add(quantity.equals(line.quantity()) ? line : pulled(line, quantity, rule, what, before, wanted));
        }
        return changed;
    }

    private static Assessment.Planned pulled(
            Assessment.Planned line, Quantity quantity, String rule, String what, BigDecimal before, BigDecimal wanted) {
        String currency = line.offer().price().currency();
        String unit = line.facts().product().unit().name();
        Quantity added = quantity.minus(line.quantity());
        boolean nothingBefore = line.quantity().isZero();
        LocalDate lasts = line.runsOutOn();
        List<Explanation.Phrase> said = new ArrayList<>(List.of(Wording.phrase(
                (nothingBefore ? "pulled." : "raised.") + rule, Wording.price(before.setScale(2, RoundingMode.HALF_UP)), Wording.words(currency),
                Wording.words(line.offer().vendor().name()), Wording.price(wanted))));
        List<Explanation.Figure> figures = new ArrayList<>(List.of(
                new Explanation.Figure("order before", before.toPlainString(), currency, CALCULATION),
                new Explanation.Figure(what, wanted.toPlainString(), currency, "set for vendor " + line.offer().vendor().name()),
                new Explanation.Figure("pulled forward", added.toString(), unit, CALCULATION)));
        if (nothingBefore && lasts != null) {
            said.add(Wording.phrase("pulled.lasts", Wording.day(lasts, line.facts().today())));
            figures.add(new Explanation.Figure("supply lasts until", lasts.toString(), "", line.basis().method()));
        }
        said.add(Wording.phrase("end"));
        Explanation.Step step = Explanation.Step.said(rule, line.quantity().value(), quantity.value(), figures, said);
        return line.with(quantity, step, nothingBefore);
    }
}
