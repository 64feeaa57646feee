package org.orderbench.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.Tally;

/** A replay as it might come out. */
public final class SampleReplay {

    private SampleReplay() {}

    private static ReplayReport.Curve curve(String way, double scale, double reach) {
        List<ReplayReport.Point> points = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            double fill = 0.62 + (reach - 0.62) * i / 10;
            double stock = scale * Math.pow(1 - fill, -0.62);
            points.add(new ReplayReport.Point(0.5 + i * 0.045, new Tally(950_000, 950_000 * fill, stock * 365, 365, 4000 - 300 * i, 4700 + 50 * i, 900_000)));
        }
        return new ReplayReport.Curve(way, points);
    }

    private static List<ReplayReport.Curve> curves(double scale) {
        return List.of(curve("Orderbench", 30_000 * scale, 0.99), curve("Min/max rules", 62_000 * scale, 0.89), curve("Last 30 days", 40_000 * scale, 0.985));
    }

    public static ReplayReport report() {
        Map<String, List<ReplayReport.Curve>> slices = new LinkedHashMap<>();
        slices.put("All / Home decoration", curves(0.3));
        slices.put("All / Kitchen and baking", curves(0.2));
        return new ReplayReport(657, curves(1), slices, new Tally(880_000, 880_000, 148_000.0 * 365, 365, 3120, 5210, 861_000));
    }
}
