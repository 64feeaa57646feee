package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Forecast;
import org.orderbench.replenish.History;

/**
 * What planning made of one SKU's moves, kept so that planning again on the same day need not read and forecast them again. It holds as long as no move
 * of the product came, went or changed, stock, category and unit are what they were, and the same stretch is to be covered.
 *
 * @param onHand         the stock that the history was traced back from
 * @param category       of the product, whose shape the forecast follows
 * @param unitId         of the product, in which the moves were counted
 * @param forecast       sampled; null where none was asked for, as of an archived product
 * @param protectionDays the stretch that the forecast was made for; 0 without one
 * @param receipts       of the product itself
 */
public record DayForecast(
        Sku sku,
        LocalDate madeOn,
        Quantity onHand,
        String category,
        int unitId,
        @Nullable Forecast forecast,
        int protectionDays,
        History history,
        LocalDate historyFrom,
        List<Receipt> receipts) {

    public DayForecast {
        receipts = List.copyOf(receipts);
    }

    /** Whether it was made of such a product with such stock. */
    public boolean isOf(Product product, Quantity stocked) {
        return onHand.equals(stocked) && category.equals(product.category()) && unitId == product.unit().id();
    }
}
