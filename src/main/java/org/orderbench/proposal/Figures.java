package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.Sourced;
import org.orderbench.replenish.SupplyProjection.Arrival;

/** Gathers what an exception looked at, each figure with its source. Used once, by one thread. */
final class Figures {

    static final String CALCULATION = "calculation";
    static final String STOCK = "stock.quant";
    private static final String DAYS = "days";

    private final SkuFacts facts;
    private final List<Figure> figures = new ArrayList<>();

    Figures(SkuFacts facts) {
        this.facts = facts;
    }

    List<Figure> list() {
        return List.copyOf(figures);
    }

    Figures all(List<Figure> others) {
        figures.addAll(others);
        return this;
    }

    Figures goods(String name, Quantity quantity, String source) {
        return add(name, quantity.toString(), facts.product().unit().name(), source);
    }

    /** An estimate, to the tenth. */
    Figures amount(String name, double amount, String source) {
        return add(name, BigDecimal.valueOf(Math.round(amount * 10), 1).stripTrailingZeros().toPlainString(), facts.product().unit().name(), source);
    }

    Figures days(String name, int days, String source) {
        return add(name, Integer.toString(days), DAYS, source);
    }

    Figures days(String name, Sourced<Integer> setting) {
        return days(name, setting.value(), setting.source());
    }

    Figures day(String name, LocalDate day, String source) {
        return add(name, day.toString(), "", source);
    }

    Figures share(String name, BigDecimal share, String source) {
        return add(name, share.movePointRight(2).stripTrailingZeros().toPlainString() + " %", "", source);
    }

    Figures money(String name, @Nullable Money money, String source) {
        return money == null ? this : add(name, money.rounded(2).amount().toPlainString(), money.currency(), source);
    }

    /** Per the product's own unit. */
    Figures price(String name, BigDecimal price, String currency, String source) {
        return add(name, price.toPlainString(), currency + " per " + facts.product().unit().name(), source);
    }

    /** What the goods are worth to us. */
    Figures cost() {
        return price("cost", facts.product().cost(), facts.company().currency(), "product.product " + facts.product().id());
    }

    Figures listPrice() {
        return price("list price", facts.product().listPrice(), facts.company().currency(), "product.product " + facts.product().id());
    }

    Figures arriving(Arrival arrival) {
        String source = "purchase.order " + arrival.orderId();
        return goods("arriving", arrival.quantity(), source).day("arriving on", arrival.on(), source);
    }

    /** When a line of an order was entered tells how old its price is. */
    Figures ordered(PurchaseLine line, LocalDate day) {
        return day("ordered on", day, "purchase.order.line " + line.id());
    }

    private Figures add(String name, String value, String unit, String source) {
        figures.add(new Figure(name, value, unit, source));
        return this;
    }
}
