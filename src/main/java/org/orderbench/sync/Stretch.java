package org.orderbench.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * Ids that are read one page after the other.
 *
 * @param after the last id before them
 * @param upTo  the last that belongs to them
 */
public record Stretch(long after, long upTo) {

    /** All there are, and all that come meanwhile. */
    public static final Stretch ALL = new Stretch(0, Long.MAX_VALUE);

    /** Neighbours of about the same width that cover all ids; the last is open-ended, for what comes meanwhile. */
    static List<Stretch> between(long first, long last, long width) {
        List<Stretch> stretches = new ArrayList<>();
        long after = 0;
        for (long upTo = first - 1 + width; upTo < last; upTo += width) {
            stretches.add(new Stretch(after, upTo));
            after = upTo;
        }
        stretches.add(new Stretch(after, Long.MAX_VALUE));
        return stretches;
    }
}
