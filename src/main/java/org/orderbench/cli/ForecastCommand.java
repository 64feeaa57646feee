package org.orderbench.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.forecast.SeriesForecaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code forecast}: any CSV of demand, forecast with the workbench's own forecaster; no home, no Odoo. */
@Command(
        name = "forecast",
        description = {
            "Forecasts any CSV of demand.",
            "Reads series_id,period,quantity (gzipped or not) and writes series_id,step,mean,q50,q75,q90,q95: a row for each period ahead, and a row"
                    + " with step LT whose figures are of the total over all of them."
        },
        mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

    private static final double[] PROBABILITIES = {0.5, 0.75, 0.9, 0.95};
    private static final int CHUNK = 256;
    private static final int MOST_HORIZON = 400;
    private static final int MOST_SEASON = 400;

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "Demand: series_id,period,quantity.")
    Path input = Path.of("demand.csv");

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the forecasts go; replaced if it is there.")
    Path output = Path.of("forecast.csv");

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "Periods ahead, 1 to " + MOST_HORIZON + ".")
    int horizon;

    @Option(names = "--season", paramLabel = "M", description = "Periods in a cycle: 7 for days, 12 for months; 1 for none (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    int season = 1;

    @Override
    public Integer call() throws IOException {
        within("--horizon", horizon, MOST_HORIZON);
        within("--season", season, MOST_SEASON);
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        DemandCsv demand = read();
        demand.messages().forEach(message -> terminal.progress(input + ", " + message + ": left out"));
        if (demand.series().isEmpty()) {
            throw new CommandFailedException(input + " holds no series that can be forecast.");
        }
        List<String> ids = new ArrayList<>(demand.series().keySet());
        List<double[]> series = demand.series().values().stream().map(DemandCleaner::clean).toList();
        terminal.progress("Learning from " + ids.size() + " series.");
        SeriesForecaster forecaster = SeriesForecaster.fit(series, i -> !demand.late().contains(ids.get(i)), season, demand.year(), horizon);
        int without = write(ids, series, forecaster, terminal);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", ids.size());
        document.put("withoutDemand", without);
        document.put("badRows", demand.badRows());
        document.put("output", output.toString());
        terminal.say("Forecast " + ids.size() + " series over " + horizon + " periods into " + output + "."
                + (without > 0 ? " " + without + " never had demand and are forecast as none." : "")
                + (demand.badRows() > 0 ? " " + demand.badRows() + " rows of the input were left out: see above, mend them and run again." : ""));
        terminal.result(document);
        return demand.badRows() > 0 ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
    }

    private void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most + ", but is " + value + ".");
        }
    }

    private DemandCsv read() throws IOException {
        try {
            return DemandCsv.read(input);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("There is no file " + input + ".", e);
        }
    }

    /** Writes in the order of the input, a chunk at a time; answers how many series never had demand. */
    private int write(List<String> ids, List<double[]> series, SeriesForecaster forecaster, Terminal terminal) throws IOException {
        int without = 0;
        int shown = 0;
        try (BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            out.write("series_id,step,mean,q50,q75,q90,q95\n");
            for (int from = 0; from < ids.size(); from += CHUNK) {
                int start = from;
                int to = Math.min(ids.size(), from + CHUNK);
                List<String> rows = IntStream.range(start, to).parallel().mapToObj(i -> rows(ids.get(i), forecaster.forecast(i))).toList();
                for (int i = start; i < to; i++) {
                    out.write(rows.get(i - start));
                    without += never(series.get(i)) ? 1 : 0;
                }
                int tenth = (int) (to * 10L / ids.size());
                if (tenth > shown) {
                    shown = tenth;
                    terminal.progress("Forecast " + to + " of " + ids.size() + " series.");
                }
            }
        }
        return without;
    }

    private static boolean never(double[] demand) {
        for (double value : demand) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    private static String rows(String id, SeriesForecaster.Ahead ahead) {
        String cell = id.contains(",") || id.contains("\"") || id.contains("\n") ? "\"" + id.replace("\"", "\"\"") + "\"" : id;
        StringBuilder rows = new StringBuilder();
        double total = 0;
        for (int step = 0; step < ahead.mean().length; step++) {
            total += ahead.mean()[step];
            rows.append(cell).append(',').append(step + 1).append(',');
            number(rows, ahead.mean()[step]);
            for (double p : PROBABILITIES) {
                number(rows.append(','), ahead.quantile(step, p));
            }
            rows.append('\n');
        }
        rows.append(cell).append(",LT,");
        number(rows, total);
        for (double p : PROBABILITIES) {
            number(rows.append(','), ahead.total().at(p));
        }
        return rows.append('\n').toString();
    }

    /** Six significant decimals are finer than any unit; a double's own digits where it is small or large. */
    private static void number(StringBuilder to, double value) {
        double rounded = Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : value;
        to.append(rounded == Math.rint(rounded) && rounded < 1e9 ? Long.toString((long) rounded) : Double.toString(rounded));
    }
}
