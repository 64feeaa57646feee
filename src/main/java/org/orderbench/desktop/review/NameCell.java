package org.orderbench.desktop.review;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A product's name; or an order's head, which runs on over the columns that are empty in it: vendor, then how the order stands. */
final class NameCell extends TableCell<Row, Row> {

    private final Function<Row.Group, String> state;
    private final List<Column> columns;
    private final Label vendor = new Label();
    private final Label how = new Label();
    private final HBox head = new HBox(vendor, how);
    /** What is not resizable is not pressed into the cell. */
    private final Group wide = new Group(head);

    private final CellTip tip = new CellTip(this);
    private final StickyColumns sticky;

    private @Nullable Node ownClip;

    /** @param columns whose heads may be in the way */
    NameCell(Function<Row.Group, String> state, List<Column> columns, StickyColumns sticky) {
        this.state = state;
        this.columns = columns;
        this.sticky = sticky;
        getStyleClass().add("col-name");
        head.getStyleClass().add("order-head");
        vendor.getStyleClass().add("order-vendor");
        vendor.setMinWidth(Region.USE_PREF_SIZE);
        how.getStyleClass().add("order-state");
        how.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            words("");
            return;
        }
        switch (row) {
            case Row.Line line -> {
                words(line.line().name());
                tip.say(line.line().name().length() > getWidth() / 8 ? line.line().name() : "");
            }
            case Row.Group group -> {
                tip.say("");
                setText(null);
                vendor.setText(group.vendorName());
                how.setText(state.apply(group));
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setGraphic(wide);
                setAccessibleText(vendor.getText() + ", " + how.getText());
            }
        }
    }

    private void words(String text) {
        setGraphic(null);
        setText(text);
        tip.say("");
        setAccessibleText(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
    }

    /** The skin clips a cell to its column; an order's head runs on. */
    @Override
    protected void layoutChildren() {
        if (getItem() instanceof Row.Group group) {
            double room = room(group);
            head.setPrefWidth(room);
            head.setMaxWidth(room);
        }
        super.layoutChildren();
        Node clip = getClip();
        if (getItem() instanceof Row.Group) {
            ownClip = clip == null ? ownClip : clip;
            setClip(null);
        } else if (clip == null && ownClip != null) {
            setClip(ownClip);
        }
    }

    /** To the next column that has something to say of an order, and that this one doesn't cover. */
    private double room(Row.Group group) {
        List<TableColumn<Row, ?>> shown = getTableView().getVisibleLeafColumns();
        double room = getTableColumn().getWidth();
        for (int i = shown.indexOf(getTableColumn()) + 1; i < shown.size() && isSilent(shown.get(i).getId(), group); i++) {
            room += shown.get(i).getWidth();
        }
        return Math.max(room - (sticky.columns().contains(getTableColumn()) ? sticky.scrolled() : 0), getTableColumn().getWidth()) - 20;
    }

    private boolean isSilent(String id, Row.Group group) {
        return columns.stream().anyMatch(column -> column.id().equals(id) && column.head().apply(group).isEmpty());
    }
}
