package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Company;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.LargeOrders;

/**
 * All that the cache knows of one SKU on one day: what planning starts from.
 *
 * @param today      the warehouse's own day on which is planned
 * @param openLines  purchase lines of this SKU that are neither received in full nor cancelled, drafts included, oldest first
 * @param newestLine the newest purchase line of this product and warehouse in whatever state, or null if it was never ordered: the basis of
 *                   the idempotency key
 * @param committed  confirmed customer deliveries that have not left yet ({@code stock.move} to a customer, not done, not cancelled), by day
 * @param prices     the product's vendor price list, in Odoo's order
 * @param vendors    every vendor that {@code prices} and {@code openLines} name, by id
 * @param rates      company currency per one unit of each currency that {@code prices} name, on {@code today}; a currency without a rate is absent
 * @param moves      what moved each day, oldest first; days on which nothing moved are absent. Empty where the forecast was kept: see {@code history}
 * @param historyFrom the first day that {@code moves} would cover: the product's first move, or the start of what was synced
 * @param receipts   what came from the vendors that {@code prices} name, oldest first
 * @param history    the figures of all moves, read or not
 * @param largeOrders what the buyer said about large orders among {@code moves}
 * @param inherited  the part of {@code moves} that is of a predecessor; null where it succeeds none
 */
public record SkuFacts(
        Sku sku,
        LocalDate today,
        Company company,
        Warehouse warehouse,
        Product product,
        Stock stock,
        List<PurchaseLine> openLines,
        @Nullable PurchaseLine newestLine,
        Map<LocalDate, Quantity> committed,
        List<SupplierPrice> prices,
        Map<Integer, Vendor> vendors,
        Map<String, BigDecimal> rates,
        List<Pack> packs,
        @Nullable ReorderingRule rule,
        List<DayMoves> moves,
        LocalDate historyFrom,
        List<Receipt> receipts,
        History history,
        LargeOrders largeOrders,
        @Nullable Inherited inherited) {

    /** Of a product that succeeds none. */
    public SkuFacts(
            Sku sku, LocalDate today, Company company, Warehouse warehouse, Product product, Stock stock, List<PurchaseLine> openLines,
            @Nullable PurchaseLine newestLine, Map<LocalDate, Quantity> committed, List<SupplierPrice> prices, Map<Integer, Vendor> vendors,
            Map<String, BigDecimal> rates, List<Pack> packs, @Nullable ReorderingRule rule, List<DayMoves> moves, LocalDate historyFrom, List<Receipt> receipts,
            History history, LargeOrders largeOrders) {
        this(
                sku, today, company, warehouse, product, stock, openLines, newestLine, committed, prices, vendors, rates, packs, rule, moves, historyFrom, receipts,
                history, largeOrders, null);
    }

    /** The same without its moves, to be held for long. */
    public SkuFacts withoutMoves() {
        return new SkuFacts(
                sku, today, company, warehouse, product, stock, openLines, newestLine, committed, prices, vendors, rates, packs, rule, List.of(), historyFrom,
                receipts, history, largeOrders, inherited);
    }
}
