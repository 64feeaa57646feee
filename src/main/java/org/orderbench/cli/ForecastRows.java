package org.orderbench.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.orderbench.forecast.SeriesForecaster;

/** Writes forecasts in the order of the input, a chunk at a time, on all cores. */
final class ForecastRows {

    private static final double[] PROBABILITIES = {0.5, 0.75, 0.9, 0.95};
    private static final int CHUNK = 256;

    private ForecastRows() {}

    private record Rows(String text, boolean never) {}

    /** @return how many series never had demand */
    static int write(DemandSpool series, SeriesForecaster forecaster, Writer out, IntConsumer done) throws IOException {
        int without = 0;
        out.write("series_id,step,mean,q50,q75,q90,q95\n");
        for (int from = 0; from < series.size(); from += CHUNK) {
            int to = Math.min(series.size(), from + CHUNK);
            List<Rows> chunk = IntStream.range(from, to).parallel().mapToObj(i -> rows(series.id(i), forecaster.forecast(i))).toList();
            for (Rows rows : chunk) {
                out.write(rows.text);
                without += rows.never ? 1 : 0;
            }
            done.accept(to);
        }
        return without;
    }

    private static Rows rows(String id, SeriesForecaster.Ahead ahead) {
        String cell = id.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? "\"" + id.replace("\"", "\"\"") + "\"" : id;
        StringBuilder rows = new StringBuilder();
        for (int step = 0; step < ahead.mean().length; step++) {
            rows.append(cell).append(',').append(step + 1).append(',');
            number(rows, ahead.mean()[step]);
            for (double p : PROBABILITIES) {
                number(rows.append(','), ahead.quantile(step, p));
            }
            rows.append('\n');
        }
        rows.append(cell).append(",LT,");
        double total = Arrays.stream(ahead.mean()).sum();
        number(rows, total);
        for (double p : PROBABILITIES) {
            number(rows.append(','), ahead.total().at(p));
        }
        return new Rows(rows.append('\n').toString(), ahead.never());
    }

    /** Six significant decimals are finer than any unit; a double's own digits where it is small or large. */
    private static void number(StringBuilder to, double value) {
        double rounded = Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : value;
        to.append(rounded == Math.rint(rounded) && rounded < 1e9 ? Long.toString((long) rounded) : Double.toString(rounded));
    }
}
