package org.orderbench.desktop.review;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Texts;

/** The check box of a line, or of a whole order. */
final class MarkCell extends TableCell<Row, Row> {

    private final ReviewModel model;
    private final Texts texts;
    private final CheckBox box = new CheckBox();

    MarkCell(ReviewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("col-mark");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setFocusTraversable(false);
        box.setAllowIndeterminate(false);
        box.setOnAction(event -> {
            Row row = getItem();
            if (row != null) {
                model.toggleMark(row);
            }
        });
        model.marking().subscribe(this::showMark);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : box);
        showMark();
    }

    private void showMark() {
        Row row = getItem();
        if (row == null) {
            return;
        }
        switch (row) {
            case Row.Line line -> show(model.isMarked(line.id()), texts.get("review.mark.line", line.line().name()));
            case Row.Group group -> show(model.groupMarked(group), texts.get("review.mark.order", group.vendorName()));
        }
    }

    private void show(@Nullable Boolean marked, String name) {
        box.setIndeterminate(marked == null);
        box.setSelected(marked != null && marked);
        box.setAccessibleText(name);
    }
}
