package org.orderbench.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;

/** Stock-outs cut into the real demand of the demo's catalogue: how far demand is underestimated with and without censoring. */
class CensoringTest {

    private static final LocalDate FROM = LocalDate.of(2009, 12, 1);
    private static final int DAYS = 738;
    /** A fifth of the days are without stock, in stretches of twelve. */
    private static final int CYCLE = 60;

    private static final int OUT = 12;

    @Test
    void censoringTakesMostOfTheBiasOutOfDemand() throws IOException {
        Random random = new Random(4);
        double truth = 0;
        double naive = 0;
        double cleaned = 0;
        for (double[] wanted : realDemand()) {
            int phase = random.nextInt(CYCLE);
            List<DayMoves> moves = new ArrayList<>();
            double stock = 0;
            for (int d = 0; d < DAYS; d++) {
                boolean out = (d + phase) % CYCLE < OUT;
                double served = out ? 0 : wanted[d];
                // Just enough is received in the morning; the day before a stock-out ends with an empty shelf.
                boolean outTomorrow = (d + 1 + phase) % CYCLE < OUT;
                double end = out || outTomorrow ? 0 : 100;
                double received = end + served - stock;
                moves.add(new DayMoves(FROM.plusDays(d), Quantity.of(served), Quantity.ZERO, Quantity.of(received), Quantity.of(served)));
                stock = end;
                naive += served;
            }
            truth += Arrays.stream(wanted).sum();
            CleanDemand clean = DemandCleaner.clean(moves, Quantity.of(stock), FROM, FROM.plusDays(DAYS), usualAll());
            cleaned += Arrays.stream(clean.filled()).sum();
        }
        double biasWithout = naive / truth - 1;
        double biasWith = cleaned / truth - 1;
        assertThat(biasWithout).as("bias when stock-outs are read as no demand").isBetween(-0.25, -0.15);
        assertThat(Math.abs(biasWith)).as("bias when they are censored, against %.3f without", biasWithout).isLessThan(0.05);
    }

    private static LargeOrders usualAll() {
        return new LargeOrders(FROM.datesUntil(FROM.plusDays(DAYS)).collect(Collectors.toMap(day -> day, _ -> LargeOrders.Verdict.RECURS)));
    }

    private static List<double[]> realDemand() throws IOException {
        Map<String, double[]> demand = new TreeMap<>();
        try (InputStream file = CensoringTest.class.getResourceAsStream("/org/orderbench/demo/demand_daily.csv.gz");
                BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(java.util.Objects.requireNonNull(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cell = line.split(",");
                int day = (int) ChronoUnit.DAYS.between(FROM, LocalDate.parse(cell[1]));
                if (day >= 0 && day < DAYS) {
                    demand.computeIfAbsent(cell[0], _ -> new double[DAYS])[day] += Double.parseDouble(cell[2]);
                }
            }
        }
        return List.copyOf(demand.values());
    }
}
