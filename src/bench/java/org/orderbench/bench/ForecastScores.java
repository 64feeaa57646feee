package org.orderbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.orderbench.cli.OrderbenchCommand;
import org.orderbench.forecast.method.Method;
import org.orderbench.forecast.method.Methods;

/**
 * Scores the {@code forecast} command on data sets: the last periods of each series are kept back. Each set is forecast whole, and each half of
 * its series (every second one) from itself alone. Beside it, on the same series: the best of the methods taken alone, by RMSSE, and by SPL the
 * totals of all windows of each history. Arguments: a folder of {@code NAME.csv.gz} files (series_id,period,quantity), and sets, else all.
 */
public final class ForecastScores {

    /** A set: periods kept back, periods in a season, and the best figures that well-known packages reach on the whole of it. */
    private record Spec(String name, int horizon, int season, double rmsse, double spl) {}

    private static final List<Spec> SETS = List.of(
            new Spec("carparts", 6, 12, 0.517, 0.200),
            new Spec("m3_monthly", 18, 12, 1.862, 0.691),
            new Spec("m3_quarterly", 8, 4, 1.750, 0.620),
            new Spec("jewelry_weekly", 8, 1, 0.590, 0.222),
            new Spec("raf", 6, 12, 0.473, 0.301),
            new Spec("auto", 6, 12, 0.786, 0.153),
            new Spec("man_weekly", 8, 1, 0.516, 0.209),
            new Spec("oj_weekly", 8, 1, 0.408, 0.144),
            new Spec("txn_weekly", 8, 1, 0.895, 0.210),
            new Spec("retail_daily", 28, 7, 0.663, 0.228),
            new Spec("retail_weekly", 8, 1, 0.771, 0.401),
            new Spec("m4_weekly", 13, 1, 1.650, 0.651));

    private static final double[] PROBABILITIES = {0.5, 0.75, 0.9, 0.95};

    private ForecastScores() {}

    /** The figures of one forecast of each series; sums until they are divided. */
    private static final class Score {
        private double rmsse;
        private double spl;
        private double covered;
        private int series;

        void add(double[] past, double[] came, double[] path, double[] quantiles) {
            double squares = 0;
            double changes = 0;
            for (int t = 1; t < past.length; t++) {
                squares += Math.pow(past[t] - past[t - 1], 2) / (past.length - 1);
                changes += Math.abs(past[t] - past[t - 1]) / (past.length - 1);
            }
            if (squares == 0) {
                return;
            }
            series++;
            double errors = 0;
            for (int h = 0; h < came.length; h++) {
                errors += Math.pow(path[h] - came[h], 2) / came.length;
            }
            rmsse += Math.sqrt(errors / squares);
            double total = Arrays.stream(came).sum();
            for (int i = 0; i < quantiles.length; i++) {
                double over = total - quantiles[i];
                spl += Math.max(PROBABILITIES[i] * over, (PROBABILITIES[i] - 1) * over) / changes / came.length / quantiles.length;
            }
            covered += quantiles.length > 0 && total <= quantiles[quantiles.length - 1] + 1e-9 ? 1 : 0;
        }
    }

    public static void main(String[] args) throws IOException {
        List<String> wanted = List.of(args).subList(1, args.length);
        System.out.printf("%-15s %-4s %5s | %6s %9s %11s | %6s %9s %7s | %s%n", "set", "part", "n", "RMSSE", "reference", "best method", "SPL", "reference", "windows",
                "q95 covers");
        for (Spec spec : SETS) {
            if (wanted.isEmpty() || wanted.contains(spec.name)) {
                Map<String, List<String[]>> rows = read(Path.of(args[0], spec.name + ".csv.gz"));
                score(spec, "all", rows, -1);
                score(spec, "odd", rows, 1);
                score(spec, "even", rows, 0);
            }
        }
    }

    private static Map<String, List<String[]>> read(Path file) throws IOException {
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            in.lines().map(line -> line.split(",")).forEach(cells -> rows.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells));
        }
        return rows;
    }

    private static void score(Spec spec, String part, Map<String, List<String[]>> rows, int rest) throws IOException {
        List<String> ids = List.copyOf(rows.keySet());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (rest < 0 || i % 2 == rest) {
                chosen.add(ids.get(i));
            }
        }
        Map<String, Map<String, double[]>> forecasts = forecasts(spec, rows, chosen);
        Score ours = new Score();
        Score windows = new Score();
        Map<String, Score> methods = new TreeMap<>();
        for (String id : chosen) {
            double[] y = of(rows, id).stream().mapToDouble(cells -> Double.parseDouble(cells[2])).toArray();
            int known = y.length - spec.horizon;
            int first = 0;
            while (first < known - 1 && y[first] == 0) {
                first++;
            }
            double[] past = Arrays.copyOfRange(y, first, known);
            double[] came = Arrays.copyOfRange(y, known, y.length);
            double[] path = new double[came.length];
            for (int h = 0; h < path.length; h++) {
                path[h] = of(of(forecasts, id), Integer.toString(h + 1))[0];
            }
            double[] total = of(of(forecasts, id), "LT");
            ours.add(past, came, path, Arrays.copyOfRange(total, 1, total.length));
            windows.add(past, came, path, windows(past, spec.horizon));
            for (Method method : Methods.all()) {
                methods.computeIfAbsent(method.name(), name -> new Score()).add(past, came, method.path(past, spec.season, spec.horizon), new double[0]);
            }
        }
        double best = methods.values().stream().mapToDouble(score -> score.rmsse / score.series).min().orElseThrow();
        System.out.printf("%-15s %-4s %5d | %6.4f %9s %11.4f | %6.4f %9s %7.4f | %.3f%n", spec.name, part, chosen.size(), ours.rmsse / ours.series,
                rest < 0 ? spec.rmsse : "", best, ours.spl / ours.series, rest < 0 ? spec.spl : "", windows.spl / windows.series, ours.covered / ours.series);
    }

    private static <T> T of(Map<String, T> all, String key) {
        return Objects.requireNonNull(all.get(key), key);
    }

    /** By series and step, what the command wrote. */
    private static Map<String, Map<String, double[]>> forecasts(Spec spec, Map<String, List<String[]>> rows, List<String> chosen) throws IOException {
        Path in = Files.createTempFile("scores", ".csv");
        Path out = Files.createTempFile("scores", ".csv");
        try {
            List<String> known = new ArrayList<>(List.of("series_id,period,quantity"));
            for (String id : chosen) {
                List<String[]> all = of(rows, id);
                all.subList(0, all.size() - spec.horizon).forEach(cells -> known.add(String.join(",", cells)));
            }
            Files.write(in, known);
            int code = OrderbenchCommand.execute(new PrintWriter(Writer.nullWriter()), new PrintWriter(System.err, true, StandardCharsets.UTF_8), "forecast",
                    "--input", in.toString(), "--output", out.toString(), "--horizon", "" + spec.horizon, "--season", "" + spec.season);
            if (code != 0) {
                throw new IllegalStateException("the command ended with " + code + " on " + spec.name);
            }
            Map<String, Map<String, double[]>> forecasts = new HashMap<>();
            List<String> lines = Files.readAllLines(out);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                forecasts.computeIfAbsent(cells[0], id -> new HashMap<>())
                        .put(cells[1], Arrays.stream(cells, 2, cells.length).mapToDouble(Double::parseDouble).toArray());
            }
            return forecasts;
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }

    /** Quantiles of the totals of all windows of a history; of those that have too few buckets, of the whole stretched. */
    private static double[] windows(double[] past, int horizon) {
        int length = Math.min(horizon, past.length);
        double[] sums = new double[past.length - length + 1];
        for (int t = 0; t < sums.length; t++) {
            sums[t] = Arrays.stream(past, t, t + length).sum() * horizon / length;
        }
        Arrays.sort(sums);
        return Arrays.stream(PROBABILITIES).map(p -> sums[Math.min(sums.length - 1, (int) (p * sums.length))]).toArray();
    }
}
