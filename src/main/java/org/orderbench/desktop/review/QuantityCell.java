package org.orderbench.desktop.review;

import java.math.MathContext;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** The quantity to order, edited in place. Enter keeps and goes on to the next line, Escape leaves it as it was. */
final class QuantityCell extends TableCell<Row, Row> {

    private final ReviewModel model;
    private final Formats formats;
    private final Texts texts;
    private final Supplier<String> seed;
    private final Runnable next;

    /**
     * @param seed what was typed to begin the edit, as in a spreadsheet; empty to begin with the present quantity
     * @param next goes on to the next line
     */
    QuantityCell(ReviewModel model, Formats formats, Texts texts, Supplier<String> seed, Runnable next) {
        this.model = model;
        this.formats = formats;
        this.texts = texts;
        this.seed = seed;
        this.next = next;
        getStyleClass().add("col-quantity");
        setAlignment(Pos.CENTER_RIGHT);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        Row.Line line = !empty && row instanceof Row.Line shown ? shown : null;
        pseudoClassStateChanged(ReviewStyles.EDITED, line != null && line.edited());
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setText(line == null ? null : formats.quantity(line.line().quantity()));
        setTooltip(line == null ? null : new Tooltip(hint(line.line())));
    }

    private String hint(ProposalLine line) {
        String packs = line.orderStep().isPositive()
                ? texts.get("review.quantity.packs", line.quantity().value().divide(line.orderStep().value(), MathContext.DECIMAL32),
                        line.orderStep().value(), line.orderStepName())
                : texts.get("review.quantity.any", line.unitName());
        return line.quantity().equals(line.proposed()) ? packs : packs + "\n" + texts.get("review.quantity.was", formats.quantity(line.proposed()));
    }

    @Override
    public void startEdit() {
        if (!(getItem() instanceof Row.Line line) || line.line().state() != LineState.OPEN) {
            return;
        }
        super.startEdit();
        TextField editor = new TextField(formats.quantity(line.line().quantity()));
        editor.setAlignment(Pos.CENTER_RIGHT);
        editor.setAccessibleText(texts.get("review.quantity.editor", line.line().name()));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                key.consume();
            }
        });
        editor.setOnAction(event -> keep(line.id(), editor.getText()));
        editor.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused && isEditing()) {
                cancelEdit();
            }
        });
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // A text field selects all of itself when its skin is made: let that happen before the text is set.
        editor.applyCss();
        editor.requestFocus();
        String begun = seed.get();
        if (begun.isEmpty()) {
            editor.selectAll();
        } else {
            editor.setText(begun);
            editor.end();
        }
    }

    private void keep(long lineId, String typed) {
        cancelEdit();
        model.edit(lineId, typed);
        next.run();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);

        getTableView().requestFocus();
    }
}
