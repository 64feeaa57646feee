package org.orderbench.desktop.policy;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.orderbench.policy.Wilson;

/** A share with its bounds on a line from 0 to 100 %, and a mark where it has to reach. */
final class IntervalBar extends Pane {

    private final Region track = region("interval-track");
    private final Region bounds = region("interval-bounds");
    private final Region point = region("interval-point");
    private final Region needed = region("interval-needed");
    private final Wilson interval;
    private final double share;
    private final double threshold;

    IntervalBar(Wilson interval, double share, double threshold) {
        this.interval = interval;
        this.share = share;
        this.threshold = threshold;
        getStyleClass().add("interval");
        getChildren().addAll(track, bounds, point, needed);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = getHeight() / 2;
        track.resizeRelocate(0, middle - 3, width, 6);
        bounds.resizeRelocate(width * interval.lower(), middle - 3, Math.max(2, width * (interval.upper() - interval.lower())), 6);
        point.resizeRelocate(width * share - 4, middle - 4, 8, 8);
        needed.resizeRelocate(width * threshold - 1, 0, 2, getHeight());
    }
}
