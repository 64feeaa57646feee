package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * The rules that turn a need into a quantity that can be ordered, one method each, applied in the order in which they stand here. Pure functions of
 * the product's own unit; each answers its input when it does not apply.
 */
final class QuantityRules {

    private QuantityRules() {}

    /** What the service level asks for beyond the supply, to the nearest amount that can be counted; never negative. */
    static Quantity serviceLevel(double demandToCover, Quantity supply, Quantity countedIn) {
        return nearest(Quantity.of(demandToCover).minus(supply).toDouble(), countedIn).max(Quantity.ZERO);
    }

    private static Quantity nearest(double amount, Quantity countedIn) {
        BigDecimal count = Quantity.of(amount).value().divide(countedIn.value(), 0, RoundingMode.HALF_UP);
        return countedIn.times(count);
    }

    /**
     * A minimum of an Odoo reordering rule that stock is expected to fall below asks for its maximum, as Odoo would.
     *
     * @param expected stock expected at the end of the protection interval if nothing is ordered
     * @param supply   what the quantity is added to
     */
    static Quantity ruleMinimum(Quantity need, double expected, Quantity minimum, Quantity maximum) {
        return expected >= minimum.toDouble() ? need : need.max(Quantity.of(maximum.max(minimum).toDouble() - expected));
    }

    /** An order that is made anyway is at least the expected demand of its cycle, to the nearest amount that can be counted. */
    static Quantity orderCycle(Quantity need, double cycleDemand, Quantity countedIn) {
        return need.isPositive() ? need.max(nearest(Math.max(0, cycleDemand), countedIn)) : need;
    }

    /** Nothing, or at least what the supplier sells. */
    static Quantity supplierMinimum(Quantity quantity, Quantity minimum) {
        return quantity.isPositive() ? quantity.max(minimum) : quantity;
    }

    /** Rounded up to whole packs: so never below the minimum, and never a broken pack. */
    static Quantity wholePacks(Quantity quantity, Quantity step) {
        return quantity.upTo(step);
    }

    /**
     * The next better price, when what it saves exceeds what it costs to hold the goods that it makes us buy early. Over the quantity at the better price:
     * saving = quantity × (price − better price), where the early part would have been bought at the old price later; holding = early part × better
     * price × rate per year × the time until half of it is used.
     *
     * @param breaks     the vendor's rows, in any order
     * @param dailyDemand expected units a day
     * @param mostDays   the days of demand that an order may cover at most
     */
    static Optional<Break> priceBreak(
            Quantity quantity, BigDecimal unitPrice, List<Offer> breaks, String currency, Quantity step, double dailyDemand, double holdingRate, int mostDays) {
        Break best = null;
        for (Offer offer : breaks) {
            if (!offer.hasPrice() || !offer.price().currency().equals(currency) || offer.unitPrice().compareTo(unitPrice) >= 0) {
                continue;
            }
            Quantity raised = quantity.max(offer.minimum()).upTo(step);
            if (raised.compareTo(quantity) <= 0 || !(dailyDemand > 0) || raised.toDouble() / dailyDemand > mostDays) {
                continue;
            }
            BigDecimal saving = unitPrice.subtract(offer.unitPrice()).multiply(raised.value());
            double early = raised.minus(quantity).toDouble();
            double years = (quantity.toDouble() + early / 2) / dailyDemand / 365;
            BigDecimal holding = offer.unitPrice().multiply(BigDecimal.valueOf(early * years * holdingRate), MathContext.DECIMAL64);
            BigDecimal gain = saving.subtract(holding);
            if (gain.signum() > 0 && (best == null || gain.compareTo(best.saving().subtract(best.holding())) > 0)) {
                best = new Break(raised, offer, saving, holding);
            }
        }
        return Optional.ofNullable(best);
    }

    /** @param saving and {@code holding} in the row's currency */
    record Break(Quantity quantity, Offer offer, BigDecimal saving, BigDecimal holding) {}

    /**
     * Never more than fits: lowered to the whole packs that the room allows, and to nothing when that is below the minimum.
     *
     * @param room the cap less the supply; null for no cap
     */
    static Quantity shelfCap(Quantity quantity, @Nullable Quantity room, Quantity step, Quantity minimum) {
        if (room == null || quantity.compareTo(room) <= 0) {
            return quantity;
        }
        BigDecimal packs = room.value().divide(step.value(), 0, RoundingMode.FLOOR);
        Quantity lowered = step.times(packs);
        return lowered.isPositive() && lowered.compareTo(minimum) >= 0 ? lowered : Quantity.ZERO;
    }
}
