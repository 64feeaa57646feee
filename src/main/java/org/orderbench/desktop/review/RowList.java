package org.orderbench.desktop.review;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The shown rows. They change all at once, and hear of it as one change: of as little as differs, so that one decision among 100,000 lines repaints a few
 * rows and keeps the scroll position; JavaFX's own list takes a stretch out row by row, which took longer than everything else. For the window thread.
 */
final class RowList extends ObservableListBase<Row> {

    private List<Row> rows = List.of();

    @Override
    public Row get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** @param now is not changed by anybody afterwards */
    void show(List<Row> now) {
        List<Row> before = rows;
        int most = Math.min(before.size(), now.size());
        int start = 0;
        while (start < most && before.get(start).equals(now.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < most - start && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        if (start == before.size() && start == now.size()) {
            return;
        }
        beginChange();
        rows = now;
        nextReplace(start, now.size() - tail, before.subList(start, before.size() - tail));
        endChange();
    }
}
