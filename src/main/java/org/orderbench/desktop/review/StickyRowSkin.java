package org.orderbench.desktop.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import org.jspecify.annotations.Nullable;

/**
 * Lays a row out with its sticky columns in place. Of rows of one height JavaFX takes the cells out that are scrolled out of sight, which is what makes
 * 100,000 lines quick: those that stay are put back.
 */
final class StickyRowSkin extends TableRowSkin<Row> {

    private final StickyColumns sticky;

    /** Cells by column id. The constructor above asks for cells before this one has begun, so there is nothing here yet then. */
    private @Nullable Map<String, TableCell<Row, ?>> cells;

    StickyRowSkin(TableRow<Row> row, StickyColumns sticky) {
        super(row);
        this.sticky = sticky;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected TableCell<Row, ?> createCell(TableColumnBase column) {
        TableCell<Row, ?> cell = super.createCell(column);
        known().put(column.getId(), cell);
        return cell;
    }

    private Map<String, TableCell<Row, ?>> known() {
        Map<String, TableCell<Row, ?>> known = cells;
        if (known == null) {
            known = new HashMap<>();
            cells = known;
        }
        return known;
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        double by = sticky.scrolled();
        List<TableColumn<Row, ?>> stay = sticky.columns();
        double at = x;
        for (TableColumn<Row, ?> column : getVisibleLeafColumns()) {
            TableCell<Row, ?> cell = known().get(column.getId());
            if (cell != null) {
                boolean stays = by > 0 && stay.contains(column);
                if (stays && cell.getParent() == null) {
                    getChildren().add(cell);
                    cell.resizeRelocate(at, 0, column.getWidth(), getSkinnable().getHeight());
                }
                StickyColumns.move(cell, stays ? by : 0, stays && stay.getLast().equals(column));
            }
            at += snapSizeX(column.getWidth());
        }
    }
}
