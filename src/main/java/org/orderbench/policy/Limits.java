package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How much may happen unasked, whatever the level of a slice.
 *
 * @param currency          of every value here; a line of a company with another currency cannot be evaluated and waits
 * @param line              one line
 * @param order             all lines of one order that could be written unasked
 * @param vendorDay         what one vendor gets unasked in a day
 * @param skuDay            what one SKU gets unasked in a day
 * @param day               everything that is written unasked in a day
 * @param budgets           by category and week, what people ordered included
 * @param usualOrderTimes   the most that a quantity may be of the SKU's usual order
 * @param priceRisePercent  the most that a price may be over the last one paid, in per cent
 * @param confidenceFloor   the least confidence of a forecast, 0 to 1
 * @param dataAge           the oldest that the cache may be
 */
public record Limits(
        String currency,
        Ceiling line,
        Ceiling order,
        Ceiling vendorDay,
        Ceiling skuDay,
        Ceiling day,
        List<CategoryBudget> budgets,
        BigDecimal usualOrderTimes,
        BigDecimal priceRisePercent,
        double confidenceFloor,
        Duration dataAge) {

    public Limits {
        budgets = List.copyOf(budgets);
        if (usualOrderTimes.signum() <= 0) {
            throw new IllegalArgumentException("The usual order is multiplied by more than 0. Enter 1 to allow no more than usual.");
        }
        if (priceRisePercent.signum() < 0) {
            throw new IllegalArgumentException("A price rise is not negative. Enter 0 to allow none.");
        }
        if (!(confidenceFloor >= 0 && confidenceFloor <= 1)) {
            throw new IllegalArgumentException("Confidence lies between 0 and 1.");
        }
        if (dataAge.isNegative()) {
            throw new IllegalArgumentException("The age of the data is not negative.");
        }
    }

    /** What a new installation starts from: small amounts, so that even authority given in haste does little. */
    public static Limits careful(String currency) {
        return new Limits(
                currency,
                Ceiling.of(250),
                Ceiling.of(1_000),
                Ceiling.of(1_000),
                Ceiling.of(250),
                Ceiling.of(2_500),
                List.of(),
                BigDecimal.TWO,
                BigDecimal.TEN,
                0.6,
                Duration.ofHours(12));
    }
}
