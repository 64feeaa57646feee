package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what says which line it is in place while the other columns scroll sideways: every column up to the product's name. A buyer who wants another
 * column to stay drags it before the name. For the window thread.
 */
final class StickyColumns {

    /** Columns that stay may take so much of the window; one that would take more scrolls with the others. */
    private static final double MOST = 0.6;

    private static final Set<String> NAMING = Set.of(ReviewColumns.CODE, ReviewColumns.NAME);

    private final TableView<Row> table;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", true);
    private @Nullable ScrollBar bar;

    StickyColumns(TableView<Row> table) {
        this.table = table;
        table.skinProperty().subscribe(this::follow);
        table.getVisibleLeafColumns().subscribe(this::showHeads);
        on.subscribe(() -> {
            showHeads();
            table.refresh();
        });
    }

    BooleanProperty on() {
        return on;
    }

    private void follow() {
        bar = null;
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL && node.getParent() instanceof VirtualFlow<?>) {
                bar = found;
                found.valueProperty().subscribe(this::showHeads);
            }
        }
    }

    /** How far the table is scrolled sideways, in pixels. */
    double scrolled() {
        ScrollBar now = bar;
        return now == null || !now.isVisible() ? 0 : now.getValue();
    }

    /** The columns that stay, from the left. */
    List<TableColumn<Row, ?>> columns() {
        List<TableColumn<Row, ?>> visible = table.getVisibleLeafColumns();
        int last = 1;
        for (int i = 0; i < visible.size(); i++) {
            last = NAMING.contains(visible.get(i).getId()) ? i : last;
        }
        List<TableColumn<Row, ?>> stay = new ArrayList<>();
        double width = 0;
        for (int i = 0; on.get() && i <= Math.min(last, visible.size() - 1); i++) {
            width += visible.get(i).getWidth();
            if (width > table.getWidth() * MOST) {
                break;
            }
            stay.add(visible.get(i));
        }
        return stay;
    }

    /** A head stands over its column. */
    private void showHeads() {
        if (!(table.lookup(".column-header-background") instanceof TableHeaderRow heads)) {
            return;
        }
        List<TableColumn<Row, ?>> stay = columns();
        for (TableColumnHeader head : heads.getRootHeader().getColumnHeaders()) {
            boolean stays = stay.contains(head.getTableColumn());
            move(head, stays ? scrolled() : 0, stays && !stay.isEmpty() && stay.getLast().equals(head.getTableColumn()));
        }
    }

    /** @param last it is the one at which the others disappear */
    static void move(Node node, double by, boolean last) {
        node.setTranslateX(by);
        node.setViewOrder(by > 0 ? -1 : 0);
        node.pseudoClassStateChanged(ReviewStyles.STUCK, by > 0);
        node.pseudoClassStateChanged(ReviewStyles.EDGE, by > 0 && last);
    }
}
