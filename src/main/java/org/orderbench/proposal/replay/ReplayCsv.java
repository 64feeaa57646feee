package org.orderbench.proposal.replay;

import java.util.List;
import java.util.Locale;

/** A report for a spreadsheet: one row for each point of each way, for all SKUs and for each slice. */
public final class ReplayCsv {

    private static final String ALL = "all";

    private ReplayCsv() {}

    public static String of(ReplayReport report) {
        StringBuilder csv = new StringBuilder("slice,way,strength,fill_rate,average_stock,days_short,orders,ordered_value\n");
        curves(csv, ALL, report.curves());
        report.slices().forEach((slice, curves) -> curves(csv, slice, curves));
        if (report.actual() != null) {
            row(csv, ALL, "Really ordered", "", report.actual());
        }
        return csv.toString();
    }

    private static void curves(StringBuilder csv, String slice, List<ReplayReport.Curve> curves) {
        for (ReplayReport.Curve curve : curves) {
            for (ReplayReport.Point point : curve.points()) {
                row(csv, slice, curve.way(), String.format(Locale.ROOT, "%.3f", point.strength()), point.tally());
            }
        }
    }

    private static void row(StringBuilder csv, String slice, String way, String strength, Tally tally) {
        csv.append(quoted(slice)).append(',').append(quoted(way)).append(',').append(strength)
                .append(String.format(
                        Locale.ROOT, ",%.5f,%.2f,%d,%d,%.2f%n", tally.fillRate(), tally.averageStock(), tally.emptyDays(), tally.orders(), tally.orderedValue()));
    }

    /** A cell that a spreadsheet would take for a formula is made text: names of categories are other people's. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
