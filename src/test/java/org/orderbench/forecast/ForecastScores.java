package org.orderbench.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Scores the forecaster on a folder of data sets ({@code NAME.csv.gz} with series_id,period,quantity): the last periods of each series are
 * the test. Not a test: run by hand, {@code ForecastScores FOLDER [LIMIT] [SET…]}.
 */
public final class ForecastScores {

    record Spec(int horizon, int season, double rmsse, double spl) {}

    static final Map<String, Spec> SETS = new LinkedHashMap<>();

    static {
        SETS.put("carparts", new Spec(6, 12, 0.517, 0.200));
        SETS.put("m3_monthly", new Spec(18, 12, 1.862, 0.691));
        SETS.put("m3_quarterly", new Spec(8, 4, 1.750, 0.620));
        SETS.put("jewelry_weekly", new Spec(8, 1, 0.590, 0.222));
        SETS.put("raf", new Spec(6, 12, 0.473, 0.301));
        SETS.put("auto", new Spec(6, 12, 0.786, 0.153));
        SETS.put("man_weekly", new Spec(8, 1, 0.516, 0.209));
        SETS.put("oj_weekly", new Spec(8, 1, 0.408, 0.144));
        SETS.put("txn_weekly", new Spec(8, 1, 0.895, 0.210));
        SETS.put("retail_daily", new Spec(28, 7, 0.663, 0.228));
        SETS.put("retail_weekly", new Spec(8, 1, 0.771, 0.401));
        SETS.put("m4_weekly", new Spec(13, 1, 1.650, 0.651));
    }

    private ForecastScores() {}

    public static void main(String[] args) throws IOException {
        int limit = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
        List<String> wanted = args.length > 2 ? List.of(args).subList(2, args.length) : List.copyOf(SETS.keySet());
        System.out.printf("%-15s %5s %7s %6s | %7s %6s | %6s %6s %6s | %6s%n", "set", "n", "RMSSE", "/ref", "SPL", "/ref", "bias", "cov90", "cov95", "ms/ser");
        for (String name : wanted) {
            score(name, SETS.get(name), read(Path.of(args[0], name + ".csv.gz"), limit));
        }
    }

    /** Weeks and days of real dates. */
    private static int year(String name) {
        return name.endsWith("_weekly") ? 52 : name.endsWith("_daily") ? 364 : 1;
    }

    static List<double[]> read(Path file, int limit) throws IOException {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cell = line.split(",");
                if (!series.containsKey(cell[0]) && series.size() == limit) {
                    break;
                }
                series.computeIfAbsent(cell[0], _ -> new ArrayList<>()).add(Double.parseDouble(cell[2]));
            }
        }
        return series.values().stream().map(s -> s.stream().mapToDouble(d -> d).toArray()).toList();
    }

    private static void score(String name, Spec spec, List<double[]> all) {
        long started = System.nanoTime();
        int h = spec.horizon;
        List<Series> series = all.stream().map(y -> Series.of(Arrays.copyOf(y, y.length - h), spec.season)).toList();
        Pool.Fitted fitted = Pool.fit(series, Plan.of(h, List.of(Window.first(h))), year(name));
        Pool pool = fitted.pool();
        List<Pool.Ahead> ahead = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            ahead.add(pool.ahead(series.get(i), fitted.errors().get(i)));
        }
        double ms = (System.nanoTime() - started) / 1e6 / all.size();
        double rmsse = 0;
        double spl = 0;
        double error = 0;
        double demand = 0;
        int scaled = 0;
        int[] in = new int[4];
        double[] ps = {0.5, 0.75, 0.9, 0.95};
        for (int i = 0; i < all.size(); i++) {
            double[] y = all.get(i);
            int n = y.length - h;
            int first = 0;
            while (first < n - 1 && y[first] == 0) {
                first++;
            }
            double squares = 0;
            double changes = 0;
            for (int t = first + 1; t < n; t++) {
                squares += (y[t] - y[t - 1]) * (y[t] - y[t - 1]) / (n - first - 1);
                changes += Math.abs(y[t] - y[t - 1]) / (n - first - 1);
            }
            double sse = 0;
            double total = 0;
            for (int s = 0; s < h; s++) {
                double e = ahead.get(i).typical()[s] - y[n + s];
                sse += e * e / h;
                error += e;
                total += y[n + s];
            }
            demand += total;
            if (squares > 0) {
                scaled++;
                rmsse += Math.sqrt(sse / squares);
                double[] grid = ahead.get(i).quantiles().getFirst();
                for (int j = 0; j < ps.length; j++) {
                    double p = ps[j];
                    double over = total - Probabilities.at(p, grid);
                    double cost = (over >= 0 ? p * over : (p - 1) * over) / (h * changes);
                    spl += cost / ps.length;
                    in[j] += over <= 1e-9 ? 1 : 0;
                }
            }
        }
        System.out.printf("%-15s %5d %7.3f %6.3f | %7.3f %6.3f | %6.3f %6.3f %6.3f | %6.2f  %s%n", name, all.size(), rmsse / scaled,
                rmsse / scaled / spec.rmsse, spl / scaled, spl / scaled / spec.spl, error / demand, (double) in[2] / scaled, (double) in[3] / scaled, ms,
                Arrays.toString(pool.quantiles().getFirst().weights()) + " highest scaled error "
                + Arrays.stream(pool.quantiles().getFirst().pooled()).mapToDouble(z -> z[z.length - 1]).max().orElse(0) + " year in path " + pool.yearInPath());
    }
}
