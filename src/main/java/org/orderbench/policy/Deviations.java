package org.orderbench.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Explanation.Figure;

/** What is unlike before, or not well known: one rule, one method. */
final class Deviations {

    /** A price of nothing passes every ceiling on value, so it is not a price. */
    Check priced(Case c) {
        BigDecimal price = c.line().unitPrice();
        List<Figure> figures = List.of(new Figure("price", price.toPlainString(), c.proposal().currency(), "product.supplierinfo " + c.line().priceId()));
        return price.signum() > 0
                ? Check.passed("priced", figures, "The vendor's price is known.")
                : Check.cannotEvaluate("priced", figures, "The vendor's price is missing or zero. Enter it in Odoo's vendor price list and sync.");
    }

    Check usualOrder(Case c) {
        Quantity usual = c.profile() == null ? null : c.profile().usualOrder();
        if (usual == null || !usual.isPositive()) {
            return Check.cannotEvaluate("usual-order", List.of(), "This product was not ordered before, so there is no usual order to compare with.");
        }
        BigDecimal times = c.line().quantity().value().divide(usual.value(), MathContext.DECIMAL64);
        List<Figure> figures = List.of(
                new Figure("quantity", c.line().quantity().toString(), c.line().unitName(), "proposal"),
                new Figure("usual order", usual.toString(), c.line().unitName(), "earlier purchase orders"),
                new Figure("ceiling", c.limits().usualOrderTimes().toPlainString(), "times", "policy"));
        String words = Ceilings.plain(times) + " times the usual order of " + usual + "; the ceiling is " + c.limits().usualOrderTimes().toPlainString() + " times.";
        return times.compareTo(c.limits().usualOrderTimes()) <= 0 ? Check.passed("usual-order", figures, words) : Check.failed("usual-order", figures, words);
    }

    Check priceRise(Case c) {
        SkuProfile profile = c.profile();
        BigDecimal last = profile == null ? null : profile.lastPrice();
        String currency = profile == null ? null : profile.lastCurrency();
        if (last == null || last.signum() <= 0 || currency == null) {
            return Check.cannotEvaluate("price-rise", List.of(), "No earlier price is known to compare with.");
        }
        if (!currency.equals(c.proposal().currency())) {
            return Check.cannotEvaluate(
                    "price-rise", List.of(), "It was last bought in " + currency + " and is now offered in " + c.proposal().currency() + ": the prices do not compare.");
        }
        BigDecimal percent = c.line().unitPrice().subtract(last).movePointRight(2).divide(last, 6, RoundingMode.CEILING);
        List<Figure> figures = List.of(
                new Figure("price", c.line().unitPrice().toPlainString(), currency, "product.supplierinfo " + c.line().priceId()),
                new Figure("last price", last.toPlainString(), currency, "latest purchase order"),
                new Figure("ceiling", c.limits().priceRisePercent().toPlainString(), "%", "policy"));
        String words = (percent.signum() > 0 ? "The price rose by " + Ceilings.plain(percent) + " %" : "The price did not rise")
                + "; the ceiling is " + c.limits().priceRisePercent().toPlainString() + " %.";
        return percent.compareTo(c.limits().priceRisePercent()) <= 0 ? Check.passed("price-rise", figures, words) : Check.failed("price-rise", figures, words);
    }

    Check confidence(Case c) {
        double confidence = c.line().confidence();
        if (!(confidence >= 0 && confidence <= 1)) {
            return Check.cannotEvaluate("confidence", List.of(), "The forecast's confidence is not known.");
        }
        List<Figure> figures = List.of(
                new Figure("confidence", two(confidence), "", "forecast"), new Figure("floor", two(c.limits().confidenceFloor()), "", "policy"));
        String words = "The forecast's confidence is " + two(confidence) + "; the floor is " + two(c.limits().confidenceFloor()) + ".";
        return confidence >= c.limits().confidenceFloor() ? Check.passed("confidence", figures, words) : Check.failed("confidence", figures, words);
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
