package org.orderbench.desktop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.orderbench.catalog.Company;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Unit;
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.LargeOrders;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;
import org.orderbench.forecast.Tracking;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.PastErrors;
import org.orderbench.proposal.PlanException;
import org.orderbench.proposal.PlannedOrder;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Explanation.Value;
import org.orderbench.replenish.History;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplyProjection;
import org.orderbench.replenish.ValueClass;
import org.orderbench.replenish.Wording;

/** A gift wholesaler's proposals, made up and seeded: enough variety to show what a screen does with real ones. */
final class SampleData {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");

    private static final List<String> VENDORS = List.of(
            "Albion Ceramics Ltd", "Anatolia Textiles", "Bamboo & Reed", "Bright Candle Works", "Castle Toys", "Delft Paper BV", "Emporio Vetro Srl",
            "Flandern Spitzen KG", "Glasgow Tins", "Hanseatic Trading GmbH", "Iberia Cestas SL", "Jaipur Crafts", "Kyoto Papers", "Lakeland Slate",
            "Maison Lavande", "Nordic Felt AB", "Old Town Brass", "Porto Cork", "Quill & Ink", "Riga Amber", "Shenzhen Bright Gifts Co.", "Tuscan Leather",
            "Umbria Olive Wood", "Valley Woollens", "Wessex Garden Supply");
    private static final List<String> CURRENCIES = List.of("GBP", "EUR", "USD");
    private static final List<String> FIRST = List.of("Vintage", "Retrospot", "Regency", "Rustic", "Scandinavian", "Woodland", "Victorian", "Nautical",
            "Floral", "Ivory", "Gingham", "Polka Dot", "French Blue", "Enamel", "Hand-painted", "Zinc");
    private static final List<String> SECOND = List.of("Tea Towel Set", "Cake Stand, 3 Tiers", "Hanging Heart T-Light Holder", "Lunch Bag", "Jam Making Set",
            "Alarm Clock", "Bunting", "Paper Chain Kit", "Storage Jar", "Photo Frame", "Doormat", "Sewing Kit", "Hot Water Bottle", "Cutlery Caddy",
            "Birdhouse", "Letter Rack", "Picnic Basket", "Spice Tins", "Wall Clock", "Egg Cup Pair");
    private static final Unit UNITS = new Unit(1, "Units", 1, BigDecimal.ONE, BigDecimal.ONE);

    private final Random random;
    private final int lines;

    SampleData(int lines, long seed) {
        this.lines = lines;
        random = new Random(seed);
    }

    List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        int vendors = Math.min(VENDORS.size(), Math.max(1, lines / 4));
        long id = 1;
        for (int v = 0; v < vendors; v++) {
            int share = lines / vendors + (v < lines % vendors ? 1 : 0);
            String currency = CURRENCIES.get(v % 7 == 3 ? 1 : v % 7 == 5 ? 2 : 0);
            List<ProposalLine> of = new ArrayList<>();
            for (int i = 0; i < share; i++) {
                of.add(line(id++, currency));
            }
            proposals.add(new Proposal(v + 1, 1, 1, v % 4 == 2 ? "Leeds" : "Bristol", 100 + v, VENDORS.get(v), currency, NOW, of));
        }
        return proposals;
    }

    private ProposalLine line(long id, String currency) {
        double weekly = Math.exp(random.nextGaussian() * 1.1 + 2.6);
        int lead = 5 + random.nextInt(38);
        boolean urgent = random.nextInt(7) == 0;
        double onHand = Math.max(0, Math.rint(weekly / 7 * lead * (urgent ? 0.4 : 0.5 + random.nextDouble())));
        int pack = List.of(0, 6, 12, 12, 24, 48).get(random.nextInt(6));
        double incoming = random.nextInt(4) == 0 ? Math.rint(weekly) : 0;
        double need = Math.max(1, Math.rint(weekly / 7 * (lead + 14) * 1.35 - onHand - incoming + weekly));
        Quantity proposed = Quantity.of((long) need).upTo(Quantity.of(pack));
        BigDecimal price = BigDecimal.valueOf(35 + random.nextInt(900), 2);
        double confidence = Math.clamp(0.75 + random.nextGaussian() * 0.25, 0.05, 0.98);
        double days = (onHand + incoming) / (weekly / 7);
        LocalDate shortage = TODAY.plusDays(Math.round(days));
        BigDecimal rate = currency.equals("EUR") ? new BigDecimal("0.86") : currency.equals("USD") ? new BigDecimal("0.79") : BigDecimal.ONE;
        return new ProposalLine(id, new LineBasis(new Sku(1, 1, (int) id), null, null, 0), String.valueOf(20000 + id * 7), name((int) id),
                "50" + (10000000000L + id), "Gifts", "Units", Quantity.of((long) onHand), Quantity.of((long) incoming), Quantity.ZERO, days, weekly,
                Quantity.of((long) need), proposed, proposed, Quantity.of(pack), pack == 0 ? "" : pack == 12 ? "Dozen" : "Box of " + pack,
                Quantity.of(pack), price, new Money(price.multiply(proposed.value()).multiply(rate), "GBP"), lead, TODAY.plusDays(lead), shortage, urgent,
                confidence, (int) id, explanation(weekly, lead, onHand, incoming, need, proposed, pack, shortage, urgent), LineState.OPEN, null);
    }

    private static String name(int id) {
        return FIRST.get(id % FIRST.size()) + " " + SECOND.get((id / FIRST.size() + id) % SECOND.size());
    }

    private static Explanation explanation(
            double weekly, int lead, double onHand, double incoming, double need, Quantity proposed, int pack, LocalDate shortage, boolean urgent) {
        List<Step> steps = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        LocalDate arrival = today.plusDays(lead);
        LocalDate until = arrival.plusDays(14);
        Value supply = Wording.amount(onHand + incoming);
        steps.add(Step.said("headline", null, null,
                List.of(new Figure("on hand", String.valueOf((long) onHand), "Units", "stock.quant"), new Figure("on order", String.valueOf((long) incoming), "Units", "purchase.order P00412"),
                        new Figure("a week", String.format(Locale.ROOT, "%.1f", weekly), "Units", "forecast")),
                List.of(
                        urgent ? Wording.phrase("headline.lasts", supply, Wording.day(shortage, today))
                                : Wording.phrase("headline.may-reach", supply, Wording.day(shortage.plusDays(9), today), Wording.amount(need + onHand), Wording.day(until, today)),
                        Wording.phrase("headline.arrives", Wording.day(arrival, today), Wording.days(lead)))));
        if (pack > 0) {
            steps.add(Step.said("packs", BigDecimal.valueOf((long) need), proposed.value(), List.of(new Figure("pack", String.valueOf(pack), "Units", "product.packaging 8")),
                    List.of(Wording.phrase("packs", Wording.words("Pack"), Wording.quantity(Quantity.of(pack))))));
        }
        steps.add(Step.said("minimum", proposed.value(), proposed.value(), List.of(), List.of(Wording.phrase("minimum", Wording.words("The vendor"), Wording.quantity(Quantity.of(6))))));
        return new Explanation(steps);
    }

    /** Of several reasons, the most at stake first, as a plan keeps them. */
    static List<PlanException> exceptions(int count) {
        List<PlanException> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal worth = BigDecimal.valueOf(900_000L / (i + 3), 2);
            list.add(exception(i, i % 4, worth));
        }
        list.sort(Comparator.comparing((PlanException found) -> found.atStake() == null));
        return list;
    }

    private static PlanException exception(int i, int kind, BigDecimal worth) {
        Sku sku = new Sku(1, 1, 5000 + i);
        Money money = new Money(worth, "GBP");
        Figure stake = new Figure("at stake", worth.toPlainString(), "GBP", "calculation");
        Figure cost = new Figure("cost", "2.95", "GBP per Units", "product.product " + sku.productId());
        String order = "P00" + (120 + i);
        return switch (kind) {
            case 0 -> new PlanException(sku, String.valueOf(80000 + i), name(i), "no-supplier-price", List.of(Wording.phrase("left.no-supplier-price")), money, List.of(
                    new Figure("sold in the last year", "1204", "Units", "stock.move"), new Figure("list price", "4.95", "GBP per Units", "product.product " + sku.productId()),
                    stake));
            case 1 -> new PlanException(sku, String.valueOf(80000 + i), name(i), "expedite", List.of(Wording.phrase(
                    "advice.expedite", new Value(Value.Kind.DAY, "2026-11-29"), Wording.words(order), new Value(Value.Kind.QUANTITY, "144"),
                    new Value(Value.Kind.DAY, "2026-12-09"), Wording.amount(61.4))), money, List.of(
                    new Figure("on hand", "36", "Units", "stock.quant"), new Figure("supply lasts until", "2026-11-29", "", "averaged ETS, Croston SBA; weekly"),
                    new Figure("arriving", "144", "Units", "purchase.order " + (400 + i)), new Figure("arriving on", "2026-12-09", "", "purchase.order " + (400 + i)),
                    new Figure("worth a call from", "3", "days", "default"), new Figure("unserved until then", "61.4", "Units", "averaged ETS, Croston SBA; weekly"),
                    new Figure("list price", "4.95", "GBP per Units", "product.product " + sku.productId()), stake, new Figure("told from", "50", "GBP", "default")));
            case 2 -> new PlanException(sku, String.valueOf(80000 + i), name(i), "overstock", List.of(Wording.phrase(
                    "advice.overstock", new Value(Value.Kind.QUANTITY, "1250"), new Value(Value.Kind.QUANTITY, "402"), Wording.days(180), new Value(Value.Kind.QUANTITY, "848"))),
                    money, List.of(
                            new Figure("on hand", "1250", "Units", "stock.quant"), new Figure("sold at most", "402", "Units", "TSB, mean of last 12; weekly"),
                            new Figure("too much beyond", "180", "days", "set for vendor Bloom & Wild Wholesale"), new Figure("not needed", "848", "Units", "calculation"), cost, stake,
                            new Figure("told from", "50", "GBP", "default")));
            default -> new PlanException(sku, String.valueOf(80000 + i), name(i), "kit", List.of(Wording.phrase("left.kit")), null, List.of());
        };
    }

    /** The SKU of a line in the list of all; every fifth has enough and is not ordered. */
    static SkuStatus status(ProposalLine line, Proposal proposal) {
        boolean enough = line.id() % 5 == 0;
        return new SkuStatus(line.basis().sku(), line.code(), line.name(), line.barcode(), line.category(), proposal.warehouseName(), proposal.vendorName(),
                line.unitName(), line.onHand(), line.incoming(), line.drafts(), line.daysOfCover(), line.weekly(), enough ? Quantity.ZERO : line.quantity(),
                !enough && line.urgent(), ValueClass.values()[(int) (line.id() % 3)], line.id() % 17 == 0 ? "no-supplier-price" : null);
    }

    static final int LARGE_ORDER_AGO = 90;

    /** A SKU in depth that fits the line with its id; of every second one a project took a large order in one day. */
    static SkuView view(ProposalLine line, String vendorName, String currency, LargeOrders large) {
        Random random = new Random(line.id());
        double daily = (line.weekly() == null ? 7 : line.weekly()) / 7;
        List<DayMoves> moves = new ArrayList<>();
        for (int back = 400; back > 0; back--) {
            LocalDate day = TODAY.minusDays(back);
            double season = 1 + 0.45 * Math.sin((day.getDayOfYear() - 230) / 365.0 * 2 * Math.PI);
            long issued = Math.max(0, Math.round(daily * season + random.nextGaussian() * Math.sqrt(daily + 0.4) * 1.4));
            long received = back % 49 == 0 ? Math.round(daily * 50) : 0;
            issued += back == LARGE_ORDER_AGO && line.id() % 2 == 1 ? Math.round(daily * 60 + 100) : 0;
            if (issued > 0 || received > 0) {
                moves.add(new DayMoves(day, Quantity.of(issued), Quantity.ZERO, Quantity.of(received), Quantity.of(issued)));
            }
        }
        Product product = new Product((int) line.id(), (int) line.id(), line.code(), line.name(), line.barcode(), line.category(), UNITS, UNITS, true, true,
                true, line.unitPrice(), line.unitPrice().multiply(new BigDecimal("2.4")));
        Sku sku = line.basis().sku();
        List<PurchaseLine> open = new ArrayList<>();
        List<SupplyProjection.Arrival> arrivals = new ArrayList<>();
        if (line.incoming().isPositive()) {
            boolean late = line.id() % 2 == 0;
            LocalDate promised = late ? TODAY.minusDays(4) : TODAY.plusDays(9);
            open.add(new PurchaseLine(7, 412, "P00412", "purchase", 100, sku, line.incoming(), Quantity.ZERO, line.unitPrice(), line.unitPrice(), currency,
                    NOW.minusSeconds(86400 * 20), promised, NOW.minusSeconds(86400 * 20)));
            arrivals.add(new SupplyProjection.Arrival("P00412", 412, promised, late ? TODAY.plusDays(3) : promised, line.incoming(), SupplyProjection.Standing.CONFIRMED));
        }
        SkuFacts facts = new SkuFacts(sku, TODAY, new Company(1, "Harbour Gifts Ltd", "GBP", 0), new Warehouse(1, "BR", "Bristol", 1, 8, 1), product,
                new Stock(line.onHand(), Quantity.of(Math.min(6, (long) line.onHand().toDouble()))), open, open.isEmpty() ? null : open.getFirst(), Map.of(),
                List.of(new SupplierPrice(17, 100, product.templateId(), null, null, 1, UNITS, line.minimum(), line.unitPrice(), BigDecimal.ZERO, currency,
                        line.leadTimeDays(), null, null, "")),
                Map.of(100, new Vendor(100, vendorName, null, currency, null)), Map.of(), line.orderStep().isPositive()
                        ? List.of(new Pack(product.id(), line.orderStepName(), line.orderStep())) : List.of(),
                null, moves, TODAY.minusDays(400), List.of(), History.of(moves, TODAY.minusDays(400), TODAY), large);
        Demand demand = new Demand(daily);
        return new SkuView(facts, new Forecast.Available(TODAY, demand, "Theta and seasonal mean, weekly", line.confidence(), List.of()),
                projection(line, demand, arrivals),
                new PlannedOrder(line.quantity(), line.orderStep(), line.minimum(), 100, vendorName, line.unitPrice(), currency, 0.95, line.leadTimeDays(),
                        line.arrival()),
                line.explanation(), new PastErrors(new Tracking.Score(12, 0.06, 0.8, 0.9, 11 / 12.0, 0.95, 0.2),
                        new Tracking.Score(184, -0.09, 0.9, 1.1, 0.93, 0.95, -0.6), ValueClass.A, new Tracking.Score(396, 0.03, 0.8, 0.9, 0.95, 0.95, 0.1)));
    }

    private static SupplyProjection projection(ProposalLine line, Demand demand, List<SupplyProjection.Arrival> arrivals) {
        int days = Math.max(70, line.leadTimeDays() * 2 + 28);
        double[] expected = new double[days];
        double[] low = new double[days];
        double[] high = new double[days];
        double[] with = new double[days];
        for (int i = 0; i < days; i++) {
            double supply = line.onHand().toDouble();
            for (SupplyProjection.Arrival arrival : arrivals) {
                supply += arrival.on().isAfter(TODAY.plusDays(i)) ? 0 : arrival.quantity().toDouble();
            }
            expected[i] = supply - demand.mean(i + 1);
            low[i] = supply - demand.quantile(0.95, i + 1);
            high[i] = supply - demand.quantile(0.05, i + 1);
            with[i] = expected[i] + (i >= line.leadTimeDays() ? line.quantity().toDouble() : 0);
        }
        double safety = demand.quantile(0.95, line.leadTimeDays()) - demand.mean(line.leadTimeDays());
        return new SupplyProjection(TODAY, expected, low, high, with, safety, demand.quantile(0.95, line.leadTimeDays() + 14), line.leadTimeDays(),
                Math.max(1, line.leadTimeDays() - 3), line.leadTimeDays() + 6, line.leadTimeDays() + 14, line.shortageOn(), arrivals);
    }

    /** Normal demand, cut at zero: good enough to draw. */
    private record Demand(double daily) implements DemandDistribution {

        @Override
        public double mean(double days) {
            return daily * days;
        }

        @Override
        public double quantile(double p, double days) {
            double z = p >= 0.95 ? 1.645 : p >= 0.75 ? 0.674 : p >= 0.5 ? 0 : p >= 0.25 ? -0.674 : -1.645;
            return Math.max(0, daily * days + z * Math.sqrt(daily * days * 2.2 + 0.01 * daily * days * daily * days));
        }
    }
}
