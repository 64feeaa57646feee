package org.orderbench.desktop.review;

import java.math.MathContext;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.ProposalLine;

/**
 * The quantity to order, edited in place; beside an edited one stands what the agent proposed. Enter keeps and goes on to the next line, Escape leaves it
 * as it was.
 */
final class QuantityCell extends TableCell<Row, Row> {

    private final ReviewModel model;
    private final Formats formats;
    private final Texts texts;
    private final Supplier<String> seed;
    private final Runnable next;
    private final CellTip tip = new CellTip(this);
    private final Label proposed = new Label();

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
        proposed.getStyleClass().add("proposed");
        setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        show(!empty && row instanceof Row.Line shown ? shown : null);
    }

    private void show(Row.@Nullable Line line) {
        boolean edited = line != null && line.edited();
        pseudoClassStateChanged(ReviewStyles.EDITED, edited);
        setText(line == null ? null : formats.quantity(line.line().quantity()));
        String hint = line == null ? "" : hint(line);
        tip.say(hint);
        setAccessibleText(line == null ? null : getText() + ", " + hint);
        proposed.setText(edited && line != null ? texts.get("review.quantity.from", formats.quantity(line.line().proposed())) : "");
        setGraphic(edited ? proposed : null);
        setContentDisplay(edited ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
    }

    private String hint(Row.Line row) {
        ProposalLine line = row.line();
        String words = line.orderStep().isPositive()
                ? texts.get("review.quantity.packs", line.quantity().value().divide(line.orderStep().value(), MathContext.DECIMAL32),
                        line.orderStep().value(), line.orderStepName())
                : texts.get("review.quantity.any", line.unitName());
        if (row.edited()) {
            words += "\n" + texts.get("review.quantity.was", formats.quantity(line.proposed()));
        }
        Quantity before = row.news().before();
        if (before != null) {
            words += "\n" + texts.get("review.quantity.yesterday", formats.quantity(before));
        }
        Quantity lapsed = row.news().lapsed();
        if (lapsed != null && !row.edited()) {
            words += "\n" + texts.get("review.quantity.lapsed", formats.quantity(lapsed));
        }
        return words;
    }

    @Override
    public void startEdit() {
        if (!(getItem() instanceof Row.Line line) || !line.open()) {
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
        model.decisions().edit(lineId, typed);
        next.run();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        show(getItem() instanceof Row.Line line ? line : null);
        getTableView().requestFocus();
    }
}
