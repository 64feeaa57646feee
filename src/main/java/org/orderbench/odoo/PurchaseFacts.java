package org.orderbench.odoo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.writeback.Circumstances;
import org.orderbench.writeback.GatewayException;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;

/**
 * The facts under decisions, read afresh in a handful of calls whatever their number. Counted exactly as the cache counts them, so that only what
 * changed in Odoo makes a difference.
 */
final class PurchaseFacts {

    private final PurchaseCalls calls;
    private final Clock clock;

    PurchaseFacts(PurchaseCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Map<Sku, Circumstances> circumstances(Collection<LineIntent> intents) throws GatewayException {
        Set<Integer> buyable = active("product.product", "purchase_ok", intents.stream().map(intent -> intent.basis().sku().productId()));
        Set<Integer> vendors = active("res.partner", "active", intents.stream().map(LineIntent::vendorId));
        Map<Integer, PurchaseValues> prices = prices(intents);
        Map<Sku, Circumstances> circumstances = new HashMap<>();
        for (List<LineIntent> warehouse : warehouses(intents)) {
            Map<Integer, BigDecimal> stock = stock(warehouse(warehouse), products(warehouse));
            for (LineIntent intent : warehouse) {
                int product = intent.basis().sku().productId();
                PurchaseValues price = prices.get(intent.priceId());
                circumstances.put(intent.basis().sku(), new Circumstances(
                        new Quantity(stock.getOrDefault(product, BigDecimal.ZERO)), price == null ? null : unitPrice(intent, price),
                        price == null ? Quantity.ZERO : new Quantity(price.number("min_qty").multiply(intent.priceUnitFactor())),
                        buyable.contains(product) && vendors.contains(intent.vendorId())));
            }
        }
        return circumstances;
    }

    Map<Sku, LineFacts> read(Collection<LineIntent> intents, Map<Sku, Circumstances> circumstances) throws GatewayException {
        Map<Sku, LineFacts> facts = new HashMap<>();
        for (List<LineIntent> warehouse : warehouses(intents)) {
            Map<Integer, Orders> orders = orders(warehouse(warehouse), products(warehouse));
            for (LineIntent intent : warehouse) {
                Sku sku = intent.basis().sku();
                Circumstances around = circumstances.get(sku);
                if (around != null) {
                    facts.put(sku, orders.getOrDefault(sku.productId(), new Orders()).facts(around));
                }
            }
        }
        return facts;
    }

    private static Collection<List<LineIntent>> warehouses(Collection<LineIntent> intents) {
        return intents.stream().collect(Collectors.groupingBy(intent -> intent.basis().sku().warehouseId())).values();
    }

    private static int warehouse(List<LineIntent> same) {
        return same.getFirst().basis().sku().warehouseId();
    }

    private static List<Integer> products(List<LineIntent> intents) {
        return intents.stream().map(intent -> intent.basis().sku().productId()).distinct().toList();
    }

    /** Per the product's own unit, after discount; null when it no longer holds for this vendor, currency and day. */
    private @Nullable BigDecimal unitPrice(LineIntent intent, PurchaseValues price) throws GatewayException {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = price.day("date_start");
        LocalDate to = price.day("date_end");
        Object currency = price.values().get("currency_id");
        boolean holds = (from == null || !today.isBefore(from)) && (to == null || !today.isAfter(to))
                && price.reference("partner_id") == intent.vendorId()
                && currency instanceof List<?> pair && intent.currency().equals(pair.getLast());
        BigDecimal discounted = price.number("price").multiply(BigDecimal.ONE.subtract(price.number("discount").movePointLeft(2)));
        return holds ? discounted.divide(intent.priceUnitFactor(), MathContext.DECIMAL64) : null;
    }

    private Set<Integer> active(String model, String flag, Stream<Integer> wanted) throws GatewayException {
        Set<Integer> active = new HashSet<>();
        for (PurchaseValues row : calls.read(model, wanted.distinct().toList(), List.of("active", flag))) {
            if (row.truth("active") && row.truth(flag)) {
                active.add(row.id());
            }
        }
        return active;
    }

    private Map<Integer, PurchaseValues> prices(Collection<LineIntent> intents) throws GatewayException {
        Map<Integer, PurchaseValues> prices = new HashMap<>();
        List<Integer> ids = intents.stream().map(LineIntent::priceId).distinct().toList();
        List<String> fields = List.of("price", "discount", "min_qty", "date_start", "date_end", "currency_id", "partner_id");
        for (PurchaseValues row : PurchaseValues.rows(calls.call("product.supplierinfo", "search_read", List.of(List.of(List.of("id", "in", ids))), Map.of("fields", fields)))) {
            prices.put(row.id(), row);
        }
        return prices;
    }

    private Map<Integer, BigDecimal> stock(int warehouse, List<Integer> products) throws GatewayException {
        Map<Integer, BigDecimal> stock = new HashMap<>();
        List<?> domain = List.of(
                List.of("product_id", "in", products), List.of("location_id.warehouse_id", "=", warehouse), List.of("location_id.usage", "=", "internal"));
        for (PurchaseValues row : calls.searchRead("stock.quant", domain, List.of("product_id", "quantity"))) {
            stock.merge(row.reference("product_id"), row.number("quantity"), BigDecimal::add);
        }
        return stock;
    }

    private Map<Integer, Orders> orders(int warehouse, List<Integer> products) throws GatewayException {
        Map<Integer, Orders> orders = new HashMap<>();
        List<?> domain = List.of(
                List.of("product_id", "in", products), List.of("display_type", "=", false), List.of("order_id.picking_type_id.warehouse_id", "=", warehouse),
                List.of("order_id.picking_type_id.code", "!=", "dropship"));
        List<String> fields = List.of("product_id", "state", "product_qty", "product_uom_qty", "qty_received", "create_date");
        for (PurchaseValues row : calls.searchRead("purchase.order.line", domain, fields)) {
            orders.computeIfAbsent(row.reference("product_id"), product -> new Orders()).add(row);
        }
        return orders;
    }

    /** What is on order of one product for one warehouse, in the product's own unit. */
    private static final class Orders {
        private BigDecimal incoming = BigDecimal.ZERO;
        private BigDecimal drafts = BigDecimal.ZERO;
        private @Nullable Integer newestId;
        private @Nullable Instant newestCreated;

        void add(PurchaseValues line) throws GatewayException {
            if (newestId == null || line.id() > newestId) {
                newestId = line.id();
                newestCreated = line.instant("create_date");
            }
            switch (line.text("state")) {
                case "purchase", "done" -> incoming = incoming.add(outstanding(line));
                case "draft", "sent", "to approve" -> drafts = drafts.add(outstanding(line));
                default -> {
                    // cancelled: no supply
                }
            }
        }

        LineFacts facts(Circumstances around) {
            return new LineFacts(
                    around.onHand(), new Quantity(incoming), new Quantity(drafts), around.unitPrice(), around.minimum(), newestId, newestCreated, around.available());
        }

        private static BigDecimal outstanding(PurchaseValues line) throws GatewayException {
            BigDecimal ordered = line.number("product_qty");
            BigDecimal own = line.number("product_uom_qty");
            BigDecimal received = line.number("qty_received");
            BigDecimal came = ordered.signum() == 0 ? received : received.multiply(own).divide(ordered, 6, RoundingMode.HALF_UP);
            return own.subtract(came).max(BigDecimal.ZERO);
        }
    }
}
