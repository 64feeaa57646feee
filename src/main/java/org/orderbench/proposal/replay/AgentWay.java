package org.orderbench.proposal.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Company;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Unit;
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.CleanDemand;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.demand.LargeOrders;
import org.orderbench.forecast.Forecast;
import org.orderbench.forecast.Forecaster;
import org.orderbench.forecast.SkuHistory;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.PolicyParameter;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.ValueClass;

/** The agent itself: the same forecaster and the same rules as in a plan, on the facts of that day. Its strength is the service level. */
final class AgentWay implements OrderingWay {

    private static final Sku SKU = new Sku(1, 1, 1);
    private static final int VENDOR = 1;
    private static final Unit UNIT = new Unit(1, "Units", 1, BigDecimal.ONE, new BigDecimal("0.01"));

    private final ReplayItem item;
    private final ValueClass value;
    private final ReplenishmentSettings settings;
    private final Forecaster forecaster;
    private final Product product;
    private final List<SupplierPrice> prices;
    private final List<Pack> packs;
    private final List<DayMoves> history;
    /** A forecast depends on the past of demand alone, so every strength shares it. */
    private final Map<Integer, Forecast> forecasts = new HashMap<>();

    AgentWay(ReplayItem item, ValueClass value, ReplenishmentSettings settings, Forecaster forecaster) {
        this.item = item;
        this.value = value;
        this.settings = settings;
        this.forecaster = forecaster;
        this.product = new Product(
                SKU.productId(), 1, item.id(), item.id(), null, item.slice(), UNIT, UNIT, true, true, true, item.unitCost(), item.unitCost());
        BigDecimal price = item.unitCost().signum() > 0 ? item.unitCost() : BigDecimal.ONE;
        this.prices = List.of(new SupplierPrice(
                1, VENDOR, 1, null, null, 1, UNIT, item.minimum(), price, BigDecimal.ZERO, "", item.promised(), null, null, ""));
        this.packs = List.of(new Pack(SKU.productId(), "pack", item.step()));
        this.history = moves(item);
    }

    private static List<DayMoves> moves(ReplayItem item) {
        List<DayMoves> moves = new ArrayList<>();
        for (int day = 0; day < item.demand().length; day++) {
            if (item.demand()[day] > 0) {
                Quantity sold = Quantity.of(item.demand()[day]);
                // Received the same day: what is replayed is what customers wanted, so no day of it was without stock.
                moves.add(new DayMoves(item.day(day), sold, Quantity.ZERO, sold, sold));
            }
        }
        return List.copyOf(moves);
    }

    @Override
    public double wants(Situation situation, double strength) {
        ReplenishmentSettings cautious = settings.withOverrides(
                List.of(PolicyOverride.forSku(SKU, "the replay", PolicyParameter.SERVICE_LEVEL, BigDecimal.valueOf(strength))));
        Assessment assessment = new Replenishment(cautious)
                .assess(facts(situation), days -> forecasts.computeIfAbsent(situation.day(), day -> forecast(day, days)), value);
        return switch (assessment) {
            case Assessment.Planned planned -> planned.quantity().toDouble();
            case Assessment.LeftOut leftOut -> 0;
        };
    }

    private Forecast forecast(int day, int protectionDays) {
        LocalDate today = item.day(day);
        List<DayMoves> known = history.stream().takeWhile(move -> move.day().isBefore(today)).toList();
        CleanDemand demand = DemandCleaner.clean(known, Quantity.of(1), item.from(), today, LargeOrders.NONE);
        return forecaster.forecast(new SkuHistory(demand, item.slice()), protectionDays);
    }

    private SkuFacts facts(Situation situation) {
        LocalDate today = item.day(situation.day());
        List<PurchaseLine> open = new ArrayList<>();
        for (Situation.Shipment shipment : situation.onOrder()) {
            Instant ordered = item.day(shipment.ordered()).atStartOfDay(ZoneOffset.UTC).toInstant();
            open.add(new PurchaseLine(
                    shipment.ordered(), shipment.ordered(), "P" + shipment.ordered(), "purchase", VENDOR, SKU, Quantity.of(shipment.quantity()), Quantity.ZERO,
                    item.unitCost(), item.unitCost(), "", ordered, item.day(shipment.promised()), ordered));
        }
        List<Receipt> receipts = situation.received().stream()
                .map(shipment -> new Receipt(
                        VENDOR, SKU.productId(), item.day(shipment.ordered()), item.day(shipment.promised()), item.day(shipment.arrives()),
                        Quantity.of(shipment.quantity())))
                .toList();
        // Stock may be zero with nothing moved yet; the newest line tells that the warehouse keeps it.
        List<DayMoves> kept = history.isEmpty() ? List.of() : history.subList(0, 1);
        return new SkuFacts(
                SKU, today, new Company(1, "", "", 0), new Warehouse(1, "", "", 1, 1, 1), product, new Stock(Quantity.of(situation.onHand()), Quantity.ZERO),
                open, null, Map.of(), prices, Map.of(VENDOR, new Vendor(VENDOR, "vendor", null, null, null)), Map.of(), packs, null, kept, item.from(), receipts);
    }
}
