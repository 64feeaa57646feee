package org.orderbench.bench;

import org.orderbench.desktop.GridMeasurements;

/**
 * What the review grid costs with 100,000 lines, or as many as the argument says: opening against a bare window, sort, filter, group, search, frames while
 * scrolling, keystrokes, and heap. A second argument leaves the opening out. On a shared machine look at the processor time beside the wall time.
 */
public final class GridBench {

    private GridBench() {}

    public static void main(String[] arguments) throws Exception {
        GridMeasurements.main(arguments);
    }
}
