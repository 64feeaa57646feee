package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.cache.CacheFacts;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Unit;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.replenish.Offer;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplierChoice;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.sync.Synchronizer;

/**
 * The supplier and the price that we plan with are those that Odoo itself puts on a line, for the thirty SKUs whose price lists are the most varied,
 * below and above each of their minima.
 */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class SupplierParityContractTest {

    private static final int SKUS = 30;

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    @Parameter
    Target target;

    private Desk desk;
    private final List<Integer> made = new ArrayList<>();

    /** What we would buy. */
    private record Choice(SkuFacts facts, Quantity quantity, Offer offer) {}

    @BeforeEach
    void open() throws OdooException {
        desk = new Desk(target);
        SyncReport report = new Synchronizer(desk.session(), Capabilities.ask(desk.session()), new MirrorJdbcStore(cache.database()), Clock.systemUTC())
                .run(SyncMode.FULL, progress -> {}, () -> false);
        assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.DONE);
    }

    @AfterEach
    void close() throws OdooException {
        for (int order : made) {
            for (Map<?, ?> row : desk.rows("purchase.order", List.of(List.of("id", "=", order)), List.of("state"), 1)) {
                if (!"cancel".equals(row.get("state"))) {
                    desk.cancel(order);
                }
                desk.delete(order);
            }
        }
        desk.close();
    }

    private List<SkuFacts> varied() {
        List<SkuFacts> skus = new ArrayList<>();
        int warehouse = 0;
        for (SkuFacts facts : new CacheFacts(cache.jdbi()).all(LocalDate.now(ZoneOffset.UTC))) {
            warehouse = warehouse == 0 ? facts.sku().warehouseId() : warehouse;
            if (facts.sku().warehouseId() == warehouse && facts.product().active() && facts.product().storable() && SupplierChoice.of(facts).missing() == null) {
                skus.add(facts);
            }
        }
        skus.sort(Comparator.comparingInt((SkuFacts facts) -> -facts.prices().size()).thenComparing(SkuFacts::sku));
        assertThat(skus).hasSizeGreaterThanOrEqualTo(SKUS);
        List<SkuFacts> chosen = skus.subList(0, SKUS);
        assertThat(chosen).as("price lists of several rows").anyMatch(facts -> facts.prices().size() > 1);
        return chosen;
    }

    /** Around every minimum of the price list, in the product's own unit. */
    private static List<Choice> choices(SkuFacts facts) {
        SupplierChoice choice = SupplierChoice.of(facts);
        TreeSet<Quantity> quantities = new TreeSet<>(List.of(Quantity.of(1), Quantity.of(37)));
        for (SupplierPrice row : facts.prices()) {
            BigDecimal minimum = row.unit().convert(row.minimum().value(), facts.product().unit());
            quantities.add(new Quantity(minimum.setScale(0, RoundingMode.CEILING)).max(Quantity.of(1)));
            quantities.add(new Quantity(minimum.setScale(0, RoundingMode.CEILING)).minus(Quantity.of(1)).max(Quantity.of(1)));
        }
        List<Choice> choices = new ArrayList<>();
        for (Quantity quantity : quantities) {
            choice.select(quantity).ifPresent(offer -> choices.add(new Choice(facts, quantity, offer)));
        }
        return choices;
    }

    private String lineUnit() {
        return target.major() >= 19 ? "product_uom_id" : "product_uom";
    }

    @Test
    void thePriceOfALineIsTheOneThatWePlanWith() throws OdooException {
        Map<List<Object>, List<Choice>> orders = new LinkedHashMap<>();
        for (SkuFacts facts : varied()) {
            for (Choice choice : choices(facts)) {
                orders.computeIfAbsent(List.of(choice.offer().vendor().id(), choice.offer().price().currency()), order -> new ArrayList<>()).add(choice);
            }
        }
        Map<String, Object> currencies = new LinkedHashMap<>();
        for (Map<?, ?> row : desk.rows("res.currency", List.of(), List.of("name"), 400)) {
            currencies.put((String) row.get("name"), row.get("id"));
        }
        List<String> differing = new ArrayList<>();
        for (Map.Entry<List<Object>, List<Choice>> order : orders.entrySet()) {
            compare(order.getValue(), order.getKey().getFirst(), currencies.get(order.getKey().getLast()), differing);
        }
        assertThat(differing).isEmpty();
    }

    private void compare(List<Choice> choices, Object vendor, Object currency, List<String> differing) throws OdooException {
        List<Object> lines = choices.stream()
                .map(choice -> (Object) List.of(0, 0, Map.of(
                        "product_id", choice.facts().sku().productId(), "product_qty", choice.quantity().toDouble() + 1, lineUnit(), choice.facts().product().unit().id())))
                .toList();
        Object created = desk.call("purchase.order", "create", List.of(Map.of("partner_id", vendor, "currency_id", currency, "order_line", lines)), Map.of());
        int order = created instanceof List<?> ids ? (Integer) ids.getFirst() : (Integer) created;
        made.add(order);
        List<Map<?, ?>> rows = desk.rows("purchase.order.line", List.of(List.of("order_id", "=", order)), List.of("id"), 500);
        for (int i = 0; i < choices.size(); i++) {
            // A new line may be priced for a suggested quantity; one whose quantity is typed is priced for that.
            desk.call("purchase.order.line", "write", List.of(List.of(rows.get(i).get("id")), Map.of("product_qty", choices.get(i).quantity().toDouble())), Map.of());
        }
        List<Map<?, ?>> read = desk.rows(
                "purchase.order.line", List.of(List.of("order_id", "=", order)), List.of("product_id", "product_qty", "price_unit", "discount", lineUnit()), 500);
        for (int i = 0; i < choices.size(); i++) {
            differs(choices.get(i), read.get(i)).ifPresent(differing::add);
        }
    }

    /** Prices are kept with two decimals by Odoo's standard precision, per the line's unit. */
    private Optional<String> differs(Choice choice, Map<?, ?> line) {
        assertThat(line.get("product_id")).isEqualTo(choice.facts().sku().productId());
        Unit own = choice.facts().product().unit();
        assertThat(line.get(lineUnit())).as("the line is in the product's own unit").isEqualTo(own.id());
        double discount = line.get("discount") instanceof Number number ? number.doubleValue() : 0;
        double odoo = ((Number) line.get("price_unit")).doubleValue() * (1 - discount / 100);
        double ours = choice.offer().unitPrice().doubleValue();
        return Math.abs(odoo - ours) <= 0.0051
                ? Optional.empty()
                : Optional.of(choice.facts().product().code() + " × " + choice.quantity() + ": Odoo says " + odoo + ", we " + ours + " from row "
                        + choice.offer().price().id());
    }

    /** Needs a user who may make reordering rules, and a real Odoo, whose scheduler it compares with: {@code -Pcontract,inventory-administrator}. */
    @Test
    @Tag("inventory-administrator")
    void theSupplierThatAReorderingRuleOrdersFromIsOurs() throws OdooException {
        List<String> differing = new ArrayList<>();
        for (SkuFacts facts : varied()) {
            List<Choice> all = choices(facts);
            for (Choice choice : all.size() == 1 ? all : List.of(all.getFirst(), all.getLast())) {
                Map<?, ?> line = replenished(facts, choice.quantity());
                if (!line.get("partner_id").equals(choice.offer().vendor().id())) {
                    differing.add(facts.product().code() + " × " + choice.quantity() + ": Odoo orders from " + line.get("partner_id") + ", we from " + choice.offer().vendor().id());
                }
                differs(choice, ownUnit(line, facts)).ifPresent(differing::add);
            }
        }
        assertThat(differing).isEmpty();
    }

    /** The line as if it were in the product's own unit: a rule orders in the purchase unit. */
    private Map<?, ?> ownUnit(Map<?, ?> line, SkuFacts facts) {
        Map<Object, Object> converted = new LinkedHashMap<>(line);
        double perOwn = ((Number) line.get("product_qty")).doubleValue() / ((Number) line.get("product_uom_qty")).doubleValue();
        converted.put("price_unit", ((Number) line.get("price_unit")).doubleValue() * perOwn);
        converted.put(lineUnit(), facts.product().unit().id());
        return converted;
    }

    private Map<?, ?> replenished(SkuFacts facts, Quantity quantity) throws OdooException {
        List<Object> mine = List.of(List.of("product_id", "=", facts.sku().productId()), List.of("warehouse_id", "=", facts.sku().warehouseId()));
        List<Map<?, ?>> rules = desk.rows("stock.warehouse.orderpoint", mine, List.of("id"), 1);
        Object rule = rules.isEmpty()
                ? desk.call("stock.warehouse.orderpoint", "create", List.of(Map.of(
                        "product_id", facts.sku().productId(), "warehouse_id", facts.sku().warehouseId(), "location_id", facts.warehouse().stockLocationId(),
                        "trigger", "manual", "product_min_qty", 0, "product_max_qty", 0)), Map.of())
                : rules.getFirst().get("id");
        Object id = rule instanceof List<?> ids ? ids.getFirst() : rule;
        int newest = desk.rows("purchase.order.line", List.of(), List.of("id"), 10_000).stream().mapToInt(row -> (Integer) row.get("id")).max().orElse(0);
        desk.call("stock.warehouse.orderpoint", "write", List.of(List.of(id), Map.of("qty_to_order", quantity.toDouble(), "route_id", false, "supplier_id", false)), Map.of());
        desk.call("stock.warehouse.orderpoint", "action_replenish", List.of(List.of(id)), Map.of());
        List<Map<?, ?>> lines = desk.rows("purchase.order.line", List.of(List.of("id", ">", newest), List.of("product_id", "=", facts.sku().productId())),
                List.of("order_id", "partner_id", "product_id", "product_qty", "product_uom_qty", "price_unit", "discount", lineUnit()), 1);
        assertThat(lines).as("%s × %s makes a line of its own", facts.product().code(), quantity).hasSize(1);
        int order = (Integer) lines.getFirst().get("order_id");
        desk.cancel(order);
        desk.delete(order);
        return lines.getFirst();
    }
}
