package org.orderbench.cli;

import java.util.function.Consumer;
import org.orderbench.sync.SyncProgress;

/** A sync's progress as a line each tenth of the way; a terminal or a log can both show it. Called one at a time. */
final class ProgressLines {

    private static final long STEPS = 10;

    private final Consumer<String> lines;
    private long shown = -1;

    ProgressLines(Consumer<String> lines) {
        this.lines = lines;
    }

    void report(SyncProgress progress) {
        long step = progress.total() <= 0 ? 0 : progress.done() * STEPS / progress.total();
        if (step == shown) {
            return;
        }
        shown = step;
        lines.accept("Reading " + progress.what() + ": " + progress.done() + (progress.total() <= 0 ? "" : " of " + progress.total()) + " rows"
                + (progress.left() == null ? "" : ", about " + progress.left().toSeconds() + " s left"));
    }
}
