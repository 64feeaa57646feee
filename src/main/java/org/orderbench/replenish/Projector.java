package org.orderbench.replenish;

import java.util.List;
import java.util.stream.Stream;
import org.orderbench.forecast.DemandDistribution;

/** Draws the supply projection of a planned SKU, for the chart: the only place that asks the forecast for its whole fan. */
public final class Projector {

    private static final int SHORTEST_DAYS = 60;
    private static final int LONGEST_DAYS = 180;
    private static final double HIGH_DEMAND = 0.95;
    private static final double LOW_DEMAND = 0.05;

    private Projector() {}

    public static SupplyProjection project(Assessment.Planned planned) {
        DemandDistribution demand = planned.basis().demand();
        int days = Math.clamp(2L * planned.protectionDays(), SHORTEST_DAYS, LONGEST_DAYS);
        double[] before = StockPath.beforeDemand(planned.supply(), demand, days);
        double[] expected = new double[days + 1];
        double[] low = new double[days + 1];
        double[] high = new double[days + 1];
        for (int i = 0; i <= days; i++) {
            expected[i] = before[i] - demand.mean(i);
            low[i] = before[i] - (i == 0 ? 0 : demand.quantile(HIGH_DEMAND, i));
            high[i] = before[i] - (i == 0 ? 0 : demand.quantile(LOW_DEMAND, i));
        }
        double[] withOrder = expected;
        if (planned.quantity().isPositive()) {
            withOrder = expected.clone();
            for (int i = planned.lead().planned(); i <= days; i++) {
                withOrder[i] += planned.quantity().toDouble();
            }
        }
        List<SupplyProjection.Arrival> arrivals = Stream.concat(planned.supply().arrivals().stream(), planned.supply().apart().stream()).toList();
        return new SupplyProjection(
                planned.facts().today(),
                expected,
                low,
                high,
                withOrder,
                planned.safetyLevel(),
                planned.demandToCover(),
                planned.lead().planned(),
                planned.lead().low(),
                planned.lead().high(),
                planned.protectionDays(),
                planned.shortageOn(),
                arrivals);
    }
}
