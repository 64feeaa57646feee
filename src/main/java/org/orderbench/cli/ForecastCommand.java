package org.orderbench.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderbench.demand.PeriodGrid;
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

    private static final String STANDARD_INPUT = "-";
    private static final int MOST_HORIZON = 400;
    private static final int MOST_SEASON = 400;

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "Demand: series_id,period,quantity; - for standard input.")
    Path input = Path.of("demand.csv");

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the forecasts go; replaced if it is there.")
    Path output = Path.of("forecast.csv");

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "Periods ahead, 1 to " + MOST_HORIZON + ".")
    int horizon;

    @Option(names = "--bad-rows", paramLabel = "FILE", description = "Where every row that was left out is listed: line,rule,message.")
    @Nullable Path badRows;

    @Option(names = "--season", paramLabel = "M", description = "Periods in a cycle: 7 for days, 12 for months; 1 for none (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    int season = 1;

    @Override
    public Integer call() throws IOException {
        within("--horizon", horizon, MOST_HORIZON);
        within("--season", season, MOST_SEASON);
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        String name = STANDARD_INPUT.equals(input.toString()) ? "Standard input" : input.toString();
        try (InputStream in = open();
                BadRows bad = new BadRows(words -> terminal.progress(name + ", " + words), badRows);
                DemandSpool series = new DemandSpool()) {
            PeriodGrid grid = new DemandCsv(name, series, bad, terminal::progress).read(in);
            bad.sayRest();
            if (series.size() == 0) {
                throw new CommandFailedException(name + " holds no series that can be forecast.");
            }
            terminal.progress("Learning from " + series.size() + " series.");
            SeriesForecaster forecaster = SeriesForecaster.fit(series, season, grid.year(), horizon);
            int without = write(series, forecaster, terminal);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("series", series.size());
            document.put("withoutDemand", without);
            document.put("badRows", bad.count());
            document.put("badRowsByRule", bad.byRule());
            document.put("output", output.toString());
            terminal.say("Forecast " + series.size() + " series over " + horizon + " periods into " + output + "."
                    + (without > 0 ? " " + without + " never had demand and are forecast as none." : "")
                    + (bad.count() > 0 ? " " + bad.count() + " rows of the input were left out: see above, mend them and run again." : ""));
            terminal.result(document);
            return bad.count() > 0 ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
        }
    }

    private void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most + ", but is " + value + ".");
        }
    }

    private InputStream open() throws IOException {
        if (STANDARD_INPUT.equals(input.toString())) {
            return System.in;
        }
        if (Files.isDirectory(input)) {
            throw new CommandFailedException(input + " is a folder. Name the file.");
        }
        try {
            return Files.newInputStream(input);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("There is no file " + input + ".", e);
        }
    }

    /** Into a file beside, put in place when whole: a run that fails leaves what was there. Answers how many series never had demand. */
    private int write(DemandSpool series, SeriesForecaster forecaster, Terminal terminal) throws IOException {
        boolean device = Files.exists(output) && !Files.isRegularFile(output);
        Path folder = output.toAbsolutePath().getParent();
        if (Files.isDirectory(output) || folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailedException("Forecasts cannot be written to " + output + ": " + (Files.isDirectory(output) ? "it is a folder." : "there is no such folder."));
        }
        Path target = Files.exists(output) ? output.toRealPath() : output;
        Path beside = device ? target : target.resolveSibling(target.getFileName() + ".part");
        try {
            int without;
            try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                without = ForecastRows.write(series, forecaster, out, new Tenths(series.size(), terminal)::reached);
            }
            if (!device) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return without;
        } finally {
            if (!device) {
                Files.deleteIfExists(beside);
            }
        }
    }

    /** Tells each tenth of the way once. */
    private static final class Tenths {
        private final int all;
        private final Terminal terminal;
        private int told;

        Tenths(int all, Terminal terminal) {
            this.all = all;
            this.terminal = terminal;
        }

        void reached(int done) {
            int tenth = (int) (done * 10L / all);
            if (tenth > told) {
                told = tenth;
                terminal.progress("Forecast " + done + " of " + all + " series.");
            }
        }
    }
}
