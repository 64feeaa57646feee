package org.orderbench.desktop.review;

import java.util.Arrays;
import org.orderbench.desktop.common.Folded;

/**
 * The place of every line in the order of one column; lines with equal values share a place, lines without a figure have the place {@code places}, which
 * is the last whichever way is sorted. Worked out once a column: then sorting is counting.
 */
record Ranks(int places, int[] of) {

    static Ranks of(SortKey key, Row.Line[] lines) {
        return switch (key) {
            case SortKey.Words words -> ofWords(words, lines);
            case SortKey.Figures figures -> ofFigures(figures, lines);
        };
    }

    private static Ranks ofWords(SortKey.Words words, Row.Line[] lines) {
        String[] values = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            values[i] = Folded.of(words.of().apply(lines[i]));
        }
        String[] sorted = values.clone();
        Arrays.sort(sorted);
        int places = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
                sorted[places++] = sorted[i];
            }
        }
        int[] of = new int[lines.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = Arrays.binarySearch(sorted, 0, places, values[i]);
        }
        return new Ranks(places, of);
    }

    private static Ranks ofFigures(SortKey.Figures figures, Row.Line[] lines) {
        double[] values = new double[lines.length];
        for (int i = 0; i < lines.length; i++) {
            values[i] = figures.of().applyAsDouble(lines[i]);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int places = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            if (i == 0 || Double.compare(sorted[i], sorted[i - 1]) != 0) {
                sorted[places++] = sorted[i];
            }
        }
        int[] of = new int[lines.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = Double.isNaN(values[i]) ? places : Arrays.binarySearch(sorted, 0, places, values[i]);
        }
        return new Ranks(places, of);
    }

    /** Lines in another order by this column; those that share a place keep their order. */
    int[] sort(int[] lines, boolean descending) {
        int[] starts = new int[places + 2];
        for (int line : lines) {
            starts[place(line, descending) + 1]++;
        }
        for (int place = 1; place < starts.length; place++) {
            starts[place] += starts[place - 1];
        }
        int[] sorted = new int[lines.length];
        for (int line : lines) {
            sorted[starts[place(line, descending)]++] = line;
        }
        return sorted;
    }

    private int place(int line, boolean descending) {
        int place = of[line];
        return descending && place < places ? places - 1 - place : place;
    }
}
