package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Vendor;

/**
 * Whom Odoo would buy a SKU from, and at which row of the price list: the rule of {@code product.product._select_seller} in 17, 18 and 19. Rows that
 * are out of date, of another company or variant, or above the quantity are passed over; the first of the rest, by sequence, then greater minimum,
 * then price, then id, names the vendor; that vendor's row with the lowest discounted price in the company's currency is taken.
 *
 * <p>Immutable and safe for any thread.
 */
public final class SupplierChoice {

    private final SkuFacts facts;
    private final List<Offer> offers;
    private final @Nullable Missing missing;

    /** Why nobody can be asked. {@code reason} is a stable short name; {@code said} is for the buyer, with the next step, and {@code figures} are in it. */
    public record Missing(String reason, List<Explanation.Figure> figures, List<Explanation.Phrase> said) {

        public Missing {
            figures = List.copyOf(figures);
            said = List.copyOf(said);
        }

        static Missing of(String reason, Explanation.Value... values) {
            return new Missing(reason, List.of(), List.of(Wording.phrase("left." + reason, values)));
        }

        private static Missing dated(SupplierPrice row, String reason, String figure, LocalDate day, LocalDate today) {
            return new Missing(
                    reason, List.of(new Explanation.Figure(figure, day.toString(), "", "product.supplierinfo " + row.id())),
                    List.of(Wording.phrase("left." + reason, Wording.day(day, today))));
        }
    }

    private SupplierChoice(SkuFacts facts, List<Offer> offers, @Nullable Missing missing) {
        this.facts = facts;
        this.offers = List.copyOf(offers);
        this.missing = missing;
    }

    public static SupplierChoice of(SkuFacts facts) {
        List<SupplierPrice> rows = new ArrayList<>(facts.prices());
        rows.sort(Comparator.comparingInt(SupplierPrice::sequence)
                .thenComparing(SupplierPrice::minimum, Comparator.reverseOrder())
                .thenComparing(SupplierPrice::price)
                .thenComparing(SupplierPrice::id));
        List<Offer> offers = new ArrayList<>();
        Missing missing = rows.isEmpty()
                ? Missing.of("no-supplier-price")
                : null;
        for (SupplierPrice row : rows) {
            Missing flaw = flaw(facts, row);
            if (flaw == null) {
                offers.add(Offer.of(row, vendor(facts, row), facts.product(), rate(facts, row.currency())));
            } else if (missing == null) {
                missing = flaw;
            }
        }
        return new SupplierChoice(facts, offers, offers.isEmpty() ? missing : null);
    }

    private static @Nullable Missing flaw(SkuFacts facts, SupplierPrice row) {
        LocalDate today = facts.today();
        if (row.companyId() != null && row.companyId() != facts.sku().companyId()) {
            return Missing.of("supplier-of-other-company", Wording.words(facts.company().name()));
        }
        if (row.productId() != null && row.productId() != facts.sku().productId()) {
            return Missing.of("supplier-of-other-variant");
        }
        if (row.validTo() != null && row.validTo().isBefore(today)) {
            return Missing.dated(row, "supplier-price-expired", "valid to", row.validTo(), today);
        }
        if (row.validFrom() != null && row.validFrom().isAfter(today)) {
            return Missing.dated(row, "supplier-price-not-yet-valid", "valid from", row.validFrom(), today);
        }
        if (!facts.vendors().containsKey(row.vendorId())) {
            return Missing.of("vendor-archived");
        }
        if (!row.unit().convertsTo(facts.product().unit())) {
            return Missing.of("unit-mismatch", Wording.words(row.unit().name()), Wording.words(facts.product().unit().name()));
        }
        return null;
    }

    private static Vendor vendor(SkuFacts facts, SupplierPrice row) {
        Vendor vendor = facts.vendors().get(row.vendorId());
        if (vendor == null) {
            throw new IllegalArgumentException("vendor " + row.vendorId() + " is not among the facts");
        }
        return vendor;
    }

    private static @Nullable BigDecimal rate(SkuFacts facts, String currency) {
        return currency.equals(facts.company().currency()) ? BigDecimal.ONE : facts.rates().get(currency);
    }

    /** Why {@link #select} never finds anything, or null. */
    public @Nullable Missing missing() {
        return missing;
    }

    /** The row that Odoo would take for a quantity in the product's own unit, of any vendor; empty when each asks for more. */
    public Optional<Offer> select(Quantity quantity) {
        return offers.stream().filter(offer -> reaches(offer, quantity)).findFirst().flatMap(first -> select(first.vendor().id(), quantity));
    }

    /** The row that Odoo would take when the vendor is given. */
    public Optional<Offer> select(int vendorId, Quantity quantity) {
        return offersOf(vendorId).stream().filter(offer -> reaches(offer, quantity)).min(CHEAPEST);
    }

    /**
     * The row of the vendor whom Odoo names first, whatever the quantity: what is planned with before the quantity is known.
     *
     * @throws java.util.NoSuchElementException when {@link #missing} says why there is nobody
     */
    public Offer first() {
        return smallest(offers.getFirst().vendor().id());
    }

    /** The row of the vendor with the lowest minimum. */
    public Offer smallest(int vendorId) {
        return offersOf(vendorId).stream().min(Comparator.comparing(Offer::minimum).thenComparing(CHEAPEST)).orElseThrow();
    }

    /** The vendor's usable rows, and those of the company that it is a contact of. */
    public List<Offer> offersOf(int vendorId) {
        Vendor vendor = facts.vendors().get(vendorId);
        Integer parent = vendor == null ? null : vendor.parentId();
        return offers.stream().filter(offer -> offer.vendor().id() == vendorId || (parent != null && offer.vendor().id() == parent)).toList();
    }

    /** The best row of each other vendor for a quantity, raised to that vendor's minimum where it is below; cheapest first. */
    public List<Offer> alternatives(int vendorId, Quantity quantity) {
        Map<Integer, Vendor> others = new LinkedHashMap<>();
        for (Offer offer : offers) {
            if (offer.vendor().id() != vendorId) {
                others.put(offer.vendor().id(), offer.vendor());
            }
        }
        return others.keySet().stream()
                .map(id -> select(id, quantity.max(smallest(id).minimum())).orElseGet(() -> smallest(id)))
                .sorted(CHEAPEST)
                .toList();
    }

    private boolean reaches(Offer offer, Quantity quantity) {
        BigDecimal inSellersUnit = offer.price().unit().roundUp(facts.product().unit().convert(quantity.value(), offer.price().unit()));
        return inSellersUnit.compareTo(offer.price().minimum().value()) >= 0;
    }

    /** By price in the company's currency; rows that no rate converts come last, by their own price. */
    private static final Comparator<Offer> CHEAPEST = Comparator.comparing(
                    Offer::companyPrice, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(Offer::unitPrice)
            .thenComparing(offer -> offer.price().sequence())
            .thenComparing(offer -> offer.price().id());
}
