package org.orderbench.demand;

import java.util.Arrays;
import java.util.List;
import org.orderbench.demand.CleaningStep.Figure;

/** Rule {@code returns}: what came back was not wanted, so it is taken off the latest demand before it. */
final class Returns {

    private Returns() {}

    /** Demand less returns. A return that exceeds all demand before it is of goods sold before the history, and is dropped. */
    static double[] netted(double[] issued, double[] returned, List<CleaningStep> steps) {
        double[] net = issued.clone();
        double back = 0;
        double dropped = 0;
        for (int d = 0; d < net.length; d++) {
            double left = returned[d];
            back += left;
            for (int e = d; e >= 0 && left > 0; e--) {
                double taken = Math.min(left, net[e]);
                net[e] -= taken;
                left -= taken;
            }
            dropped += left;
        }
        if (back > 0) {
            steps.add(new CleaningStep("returns", "Returns are taken off the demand that came before them.",
                    List.of(new Figure("returned", Figures.plain(back), ""),
                            new Figure("of which sold before the history", Figures.plain(dropped), ""),
                            new Figure("issued", Figures.plain(Arrays.stream(issued).sum()), ""))));
        }
        return net;
    }
}
