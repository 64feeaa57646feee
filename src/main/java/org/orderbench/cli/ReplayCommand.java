package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.proposal.replay.Replay;
import org.orderbench.proposal.replay.ReplayChart;
import org.orderbench.proposal.replay.ReplayCsv;
import org.orderbench.proposal.replay.ReplayItem;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.ReplaySpan;
import org.orderbench.proposal.replay.Tally;
import org.orderbench.replenish.ReplenishmentSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: what the agent would have ordered, against other ways, from the cache or from a file. Writes nothing to Odoo. */
@Command(
        name = "replay",
        description = {
            "Replays the past day by day with only what was known then: the agent against min/max rules and the last-30-days suggestion.",
            "Reads the cache, or with --input a file sku,date,quantity."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    private static final int WARM_UP_DAYS = 60;
    private static final double SHOWN_FILL_RATE = 0.90;

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", paramLabel = "FILE", description = "Demand to replay instead of the cache's: sku,date,quantity; may be gzipped.")
    @Nullable Path input;

    @Option(names = "--terms", paramLabel = "FILE", description = "With --input: sku,unit_cost,lead_days,minimum,pack.")
    @Nullable Path terms;

    @Option(names = "--lead-days", paramLabel = "D", description = "With --input: lead time of SKUs without terms (default: ${DEFAULT-VALUE}).", defaultValue = "14")
    int leadDays = 14;

    @Option(names = "--review-days", paramLabel = "D", description = "Days between two orders to a vendor (default: ${DEFAULT-VALUE}).", defaultValue = "7")
    int reviewDays = 7;

    @Option(names = "--every-review", description = "Order at every review, without the order cycles of the classes: more lines, less stock.")
    boolean everyReview;

    @Option(names = "--from", paramLabel = "DATE", description = "First day that counts (default: a year before the last).")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the last day of demand).")
    @Nullable LocalDate to;

    @Option(names = "--output", paramLabel = "FILE", description = "Also writes the curves as CSV, slice by slice.")
    @Nullable Path output;

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draws the curves, as SVG.")
    @Nullable Path chart;

    @Override
    public Integer call() throws IOException {
        if (reviewDays < 1 || leadDays < 0) {
            throw new ParameterException(spec.commandLine(), "--review-days must be at least 1 and --lead-days at least 0.");
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        ReplayReport report = input == null ? ofCache(terminal) : ofFile(input, terminal);
        terminal.say(table(report));
        terminal.say(slices(report));
        terminal.say(verdict(report));
        if (output != null) {
            Files.writeString(output, ReplayCsv.of(report));
            terminal.say("The curves are in " + output + ".");
        }
        if (chart != null) {
            Files.writeString(chart, ReplayChart.svg(report, ""));
            terminal.say("The chart is in " + chart + ".");
        }
        terminal.result(document(report));
        return ExitCode.DONE;
    }

    private ReplayReport ofFile(Path file, Terminal terminal) {
        List<ReplayItem> items = ReplayFiles.read(file, terms, leadDays);
        LocalDate last = items.stream().map(item -> item.from().plusDays(item.demand().length - 1L)).max(LocalDate::compareTo).orElseThrow();
        return new Replay(cycles(ReplenishmentSettings.defaults()), span(last)).run(items, progress(terminal));
    }

    private ReplayReport ofCache(Terminal terminal) {
        Home home;
        try {
            home = global.home();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        FileLog.startIn(home.logs());
        try (Wiring wiring = Wiring.open(home.cache())) {
            ProposeCommand.requireSynced(wiring);
            return wiring.planner().replay(wiring.today(), span(wiring.today().minusDays(1)), cycles(wiring.settings().current()), progress(terminal));
        }
    }

    private ReplenishmentSettings cycles(ReplenishmentSettings settings) {
        return everyReview ? settings.withoutOrderCycles() : settings;
    }

    private ReplaySpan span(LocalDate last) {
        LocalDate end = to == null ? last : to;
        try {
            return new ReplaySpan(from == null ? end.minusYears(1).plusDays(1) : from, end, WARM_UP_DAYS, reviewDays);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static IntConsumer progress(Terminal terminal) {
        return done -> {
            if (done % 50 == 0) {
                terminal.progress(done + " SKUs replayed.");
            }
        };
    }

    static TextTable table(ReplayReport report) {
        TextTable table = new TextTable("Way of ordering", "Strength", "Fill rate", "Average stock", "Days short", "Orders", "Ordered");
        for (ReplayReport.Curve curve : report.curves()) {
            for (ReplayReport.Point point : curve.points()) {
                Tally tally = point.tally();
                table.row(
                        curve.way(), format("%.2f", point.strength()), format("%.1f %%", 100 * tally.fillRate()), format("%,.0f", tally.averageStock()),
                        tally.emptyDays(), tally.orders(), format("%,.0f", tally.orderedValue()));
            }
        }
        Tally actual = report.actual();
        if (actual != null) {
            table.row(
                    "Really ordered", "", "as sold", format("%,.0f", actual.averageStock()), actual.emptyDays(), actual.orders(), format("%,.0f", actual.orderedValue()));
        }
        return table;
    }

    /** What each slice's stock would be at the fill rate that the verdict speaks of. */
    static TextTable slices(ReplayReport report) {
        List<String> head = new ArrayList<>(List.of("Slice"));
        report.curves().forEach(curve -> head.add(curve.way()));
        TextTable table = new TextTable(head.toArray(String[]::new));
        report.slices().forEach((slice, curves) -> {
            List<Object> row = new ArrayList<>(List.of(slice));
            curves.forEach(curve -> row.add(curve.stockAt(SHOWN_FILL_RATE).isPresent() ? format("%,.0f", curve.stockAt(SHOWN_FILL_RATE).getAsDouble()) : "not reached"));
            table.row(row.toArray());
        });
        return table;
    }

    static String verdict(ReplayReport report) {
        List<String> stocks = new ArrayList<>();
        OptionalDouble agent = report.curves().getFirst().stockAt(SHOWN_FILL_RATE);
        for (ReplayReport.Curve curve : report.curves()) {
            OptionalDouble stock = curve.stockAt(SHOWN_FILL_RATE);
            String less = !stocks.isEmpty() && agent.isPresent() && stock.isPresent()
                    ? format(" (the agent: %.0f %% less)", 100 * (1 - agent.getAsDouble() / stock.getAsDouble()))
                    : "";
            stocks.add(curve.way() + " " + (stock.isPresent() ? format("%,.0f", stock.getAsDouble()) + less : "does not get there"));
        }
        return "Average stock value for serving 90 % of " + report.items() + " SKUs' demand by value: " + String.join("; ", stocks) + ".";
    }

    private static Map<String, Object> document(ReplayReport report) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (ReplayReport.Curve curve : report.curves()) {
            for (ReplayReport.Point point : curve.points()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("way", curve.way());
                row.put("strength", point.strength());
                row.put("fillRate", point.tally().fillRate());
                row.put("averageStock", point.tally().averageStock());
                row.put("daysShort", point.tally().emptyDays());
                row.put("orders", point.tally().orders());
                row.put("orderedValue", point.tally().orderedValue());
                points.add(row);
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("skus", report.items());
        document.put("points", points);
        Tally actual = report.actual();
        if (actual != null) {
            document.put("reallyOrdered", Map.of(
                    "averageStock", actual.averageStock(), "daysShort", actual.emptyDays(), "orders", actual.orders(), "orderedValue", actual.orderedValue()));
        }
        return document;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
