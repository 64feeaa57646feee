package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Unit;

/**
 * What an order must be a whole multiple of: the vendor's unit, the product's purchase unit and its smallest pack together. Never a broken pack, and
 * never a fraction of a purchase unit.
 *
 * @param size in the product's own unit; positive
 * @param name such as {@code Case of 12}, {@code Dozen}
 */
record OrderStep(Quantity size, String name, String source) {

    /** @param multiple of an Odoo reordering rule; zero for none */
    static OrderStep of(SkuFacts facts, Offer offer, Quantity multiple) {
        Unit own = facts.product().unit();
        OrderStep step = new OrderStep(countedIn(facts, own), own.name(), "uom.uom " + own.id());
        step = step.and(unitStep(facts.product().purchaseUnit(), own));
        step = step.and(unitStep(offer.price().unit(), own));
        Optional<Pack> pack = facts.packs().stream().filter(p -> p.contents().isPositive()).min(Comparator.comparing(Pack::contents));
        if (pack.isPresent()) {
            Quantity contents = pack.get().contents();
            step = step.and(new OrderStep(contents, pack.get().name(), "product.packaging"));
        }
        return multiple.isPositive() ? step.and(new OrderStep(multiple, "multiple of the reordering rule", "stock.warehouse.orderpoint")) : step;
    }

    /** Odoo's own "Units" may be split to 0.01; goods that always moved in whole numbers are bought in whole numbers. */
    static Quantity countedIn(SkuFacts facts, Unit own) {
        if (own.rounding().compareTo(BigDecimal.ONE) >= 0) {
            return new Quantity(own.rounding());
        }
        boolean whole = facts.history().whole() && History.isWhole(facts.stock().onHand());
        return whole ? Quantity.of(1) : new Quantity(own.rounding());
    }

    /** A greater unit is bought whole; a smaller one is no limit. */
    private static OrderStep unitStep(Unit unit, Unit own) {
        if (unit.id() == own.id() || !unit.convertsTo(own)) {
            return new OrderStep(Quantity.ZERO, unit.name(), "uom.uom " + unit.id());
        }
        Quantity contents = Offer.inOwnUnit(BigDecimal.ONE, unit, own);
        return new OrderStep(contents.compareTo(Quantity.of(1)) > 0 ? contents : Quantity.ZERO, unit.name(), "uom.uom " + unit.id());
    }

    /** The smallest step that is a multiple of both. */
    private OrderStep and(OrderStep other) {
        if (!other.size.isPositive()) {
            return this;
        }
        Quantity common = leastCommonMultiple(size, other.size);
        if (common.equals(size)) {
            return size.equals(other.size) ? new OrderStep(size, other.name, other.source) : this;
        }
        return common.equals(other.size) ? other : new OrderStep(common, name + " and " + other.name, source + ", " + other.source);
    }

    private static Quantity leastCommonMultiple(Quantity a, Quantity b) {
        int scale = Math.max(Math.max(a.value().scale(), b.value().scale()), 0);
        BigInteger x = a.value().setScale(scale).unscaledValue();
        BigInteger y = b.value().setScale(scale).unscaledValue();
        return new Quantity(new BigDecimal(x.divide(x.gcd(y)).multiply(y), scale));
    }
}
