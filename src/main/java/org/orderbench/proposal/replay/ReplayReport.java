package org.orderbench.proposal.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The curve of each way of ordering: what stock buys what fill rate.
 *
 * @param items  SKUs replayed
 * @param curves in the order in which they are shown; the agent's first
 * @param slices the same for each slice of SKUs, by its name; greatest demand first
 * @param actual what was really held, sold and ordered over the same days; null where only demand is known. Its fill rate is 1 by definition: what was
 *               not there to sell left no trace
 */
public record ReplayReport(int items, List<Curve> curves, Map<String, List<Curve>> slices, @Nullable Tally actual) {

    public ReplayReport {
        curves = List.copyOf(curves);
        slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
    }

    /** @param points by rising strength */
    public record Curve(String way, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        /**
         * The average stock value at a fill rate, on the straight line between the two points around it; empty when the curve doesn't reach it.
         */
        public OptionalDouble stockAt(double fillRate) {
            for (int i = 1; i < points.size(); i++) {
                Tally low = points.get(i - 1).tally();
                Tally high = points.get(i).tally();
                if (low.fillRate() <= fillRate && high.fillRate() >= fillRate) {
                    double span = high.fillRate() - low.fillRate();
                    double share = span > 0 ? (fillRate - low.fillRate()) / span : 0;
                    return OptionalDouble.of(low.averageStock() + share * (high.averageStock() - low.averageStock()));
                }
            }
            return OptionalDouble.empty();
        }
    }

    /** @param strength in the way's own measure */
    public record Point(double strength, Tally tally) {}
}
