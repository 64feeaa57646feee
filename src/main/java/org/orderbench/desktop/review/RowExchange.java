package org.orderbench.desktop.review;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings the shown rows to what they should be by exchanging only the stretch that differs. */
final class RowExchange {

    private RowExchange() {}

    /**
     * One decision among 100,000 lines so repaints a few rows and keeps the scroll position.
     *
     * @param few changes of at most so many rows are made one by one
     */
    static void replace(ObservableList<Row> rows, List<Row> now, int few) {
        int start = 0;
        int most = Math.min(rows.size(), now.size());
        while (start < most && rows.get(start).equals(now.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < most - start && rows.get(rows.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        int leaving = rows.size() - tail - start;
        int coming = now.size() - tail - start;
        if (leaving == coming && coming <= few) {
            for (int i = start; i < start + coming; i++) {
                rows.set(i, now.get(i));
            }
        } else if (start == 0 && tail == 0) {
            rows.setAll(now);
        } else {
            rows.remove(start, start + leaving);
            rows.addAll(start, now.subList(start, start + coming));
        }
    }
}
