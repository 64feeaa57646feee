package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.TrackingSignal;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** Holds what was forecast against what came: per slice, the value of a week's demand over the SKUs that were proposed in it. */
final class ForecastOutcomes {

    private static final int WEEKS = 8;

    private ForecastOutcomes() {}

    /** The tracking signal of each slice that has enough complete weeks. */
    static Map<String, Double> tracking(Handle handle, Policy policy, PolicyFacts facts) {
        LocalDate monday = facts.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, SortedMap<LocalDate, double[]>> bySlice = new HashMap<>();
        List<Row> rows = handle.createQuery(
                        """
                        with first_of_week as (
                            select l.id, l.body, l.company_id, l.warehouse_id, l.product_id, p.vendor_id, r.today,
                                   row_number() over (partition by l.company_id, l.warehouse_id, l.product_id, date_trunc(week, r.today) order by r.today, l.id) nth
                            from proposal_line l join proposal p on p.id = l.proposal_id join plan_run r on r.id = p.plan_id
                            where r.today >= :from and r.today <= :to)
                        select f.id, f.body, f.vendor_id, f.today,
                               (select coalesce(sum(m.quantity), 0) from stock_move m join location a on a.id = m.from_location join location b on b.id = m.to_location
                                where m.product_id = f.product_id and m.state = 'done' and a.warehouse_id = f.warehouse_id and a.usage = 'internal'
                                  and b.usage in ('customer', 'production') and m.moved_at >= f.today and m.moved_at < dateadd(day, 7, f.today)) issued
                        from first_of_week f where f.nth = 1
                        """)
                .bind("from", monday.minusWeeks(WEEKS))
                .bind("to", facts.today().minusDays(7))
                .map((row, context) -> new Row(
                        ProposalJson.line(row.getLong("id"), row.getString("body"), LineState.SUPERSEDED, Quantity.ZERO, null),
                        row.getInt("vendor_id"),
                        row.getObject("today", LocalDate.class),
                        row.getBigDecimal("issued")))
                .list();
        Map<Integer, List<Row>> byProduct = rows.stream().collect(Collectors.groupingBy(row -> row.line.basis().sku().productId()));
        Map<Row, BigDecimal> packed = packed(handle, byProduct);
        rows.forEach(row -> {
            Double weekly = row.line.weekly();
            BigDecimal unit = unitValue(row.line);
            if (weekly != null && unit != null) {
                String slice = policy.place(row.line.basis().sku(), row.line.category(), row.vendor, facts.profiles().get(row.line.basis().sku())).slice().name();
                LocalDate week = row.day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                double[] sums = bySlice.computeIfAbsent(slice, s -> new TreeMap<>()).computeIfAbsent(week, w -> new double[2]);
                sums[0] += weekly * unit.doubleValue();
                sums[1] += row.issued.add(packed.getOrDefault(row, BigDecimal.ZERO)).multiply(unit).doubleValue();
            }
        });
        Map<String, Double> signals = new HashMap<>();
        bySlice.forEach((slice, weeks) -> {
            List<TrackingSignal.Outcome> outcomes = new ArrayList<>();
            weeks.values().forEach(sums -> outcomes.add(new TrackingSignal.Outcome(sums[0], sums[1])));
            Double signal = TrackingSignal.of(outcomes);
            if (signal != null) {
                signals.put(slice, signal);
            }
        });
        return signals;
    }

    /** What left for customers and production in the seven days from each row's own, out of the packed moves. */
    private static Map<Row, BigDecimal> packed(Handle handle, Map<Integer, List<Row>> byProduct) {
        Map<Integer, FactsTables.Place> places = FactsTables.places(handle);
        MoveBlocks blocks = new MoveBlocks(handle);
        Map<Row, BigDecimal> issued = new IdentityHashMap<>();
        byProduct.forEach((product, rows) -> blocks.ofProducts(product, product, move -> {
            FactsTables.Place from = places.getOrDefault(move.from(), FactsTables.Place.UNKNOWN);
            if (from.internal() && places.getOrDefault(move.to(), FactsTables.Place.UNKNOWN).consumes()) {
                LocalDate day = LocalDate.ofInstant(move.at(), ZoneOffset.UTC);
                for (Row row : rows) {
                    if (from.warehouseId() == row.line.basis().sku().warehouseId() && !day.isBefore(row.day) && day.isBefore(row.day.plusDays(7))) {
                        issued.merge(row, move.quantity(), BigDecimal::add);
                    }
                }
            }
        }));
        return issued;
    }

    private record Row(ProposalLine line, int vendor, LocalDate day, BigDecimal issued) {}

    private static @Nullable BigDecimal unitValue(ProposalLine line) {
        Money value = line.companyValue();
        return value == null || !line.proposed().isPositive() ? null : value.amount().divide(line.proposed().value(), MathContext.DECIMAL64);
    }
}
