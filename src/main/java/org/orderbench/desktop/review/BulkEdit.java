package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/**
 * A change of several quantities, shown before it is made: how many lines, what they are worth before and after, which are raised to whole packs, and
 * which cannot be changed and why. Enter makes it, Escape leaves all as it is.
 */
final class BulkEdit extends VBox {

    private static final int ROWS = 7;

    private final Texts texts;
    private final Formats formats;
    private final String currency;
    private final VBox preview = new VBox();
    private final Button go = new Button();
    private final @Nullable TextField input;
    private QuantityChanges changes = new QuantityChanges(List.of(), List.of(), 0);

    private BulkEdit(String title, @Nullable TextField input, Decisions decisions, Frame frame, Texts texts, Formats formats, String currency) {
        this.texts = texts;
        this.formats = formats;
        this.currency = currency;
        this.input = input;
        getStyleClass().addAll("overlay-card", "bulk");
        preview.getStyleClass().add("bulk-preview");
        Label head = new Label(title);
        head.getStyleClass().add("overlay-title");
        getChildren().add(head);
        if (input != null) {
            getChildren().add(input);
        }
        go.getStyleClass().add("accent");
        go.setOnAction(event -> make(decisions, frame));
        Button cancel = new Button(texts.get("confirm.cancel"));
        cancel.setOnAction(event -> frame.closeOverlay());
        HBox buttons = new HBox(go, cancel);
        buttons.getStyleClass().add("overlay-buttons");
        getChildren().addAll(preview, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !cancel.isFocused()) {
                key.consume();
                make(decisions, frame);
            }
        });
    }

    /** Asks for a quantity or arithmetic, and shows what would become of it while it is typed. */
    static void typed(List<Row.Line> lines, String begun, Decisions decisions, Frame frame, Texts texts, Formats formats, String currency) {
        TextField input = new TextField(begun);
        input.setPromptText(texts.get("review.bulk.prompt"));
        input.setAccessibleText(texts.get("review.bulk.prompt"));
        BulkEdit card = new BulkEdit(texts.get("review.bulk.title", lines.size()), input, decisions, frame, texts, formats, currency);
        input.textProperty().subscribe(text -> card.show(
                text.isBlank() ? new QuantityChanges(List.of(), List.of(), 0) : QuantityChanges.typed(lines, decisions.quantities(), row -> text), List.of()));
        frame.overlay(card);
        // A text field selects all of itself when its skin is made: let that happen before the next letter would take the first one's place.
        input.applyCss();
        input.requestFocus();
        input.deselect();
        input.end();
    }

    /** Shows changes that are known already. */
    static void show(
            String title, QuantityChanges changes, List<String> unknown, Decisions decisions, Frame frame, Texts texts, Formats formats, String currency) {
        BulkEdit card = new BulkEdit(title, null, decisions, frame, texts, formats, currency);
        card.show(changes, unknown);
        frame.overlay(card);
    }

    private void make(Decisions decisions, Frame frame) {
        if (!changes.changes().isEmpty()) {
            frame.closeOverlay();
            decisions.change(changes.quantities());
        }
    }

    private void show(QuantityChanges now, List<String> unknown) {
        changes = now;
        preview.getChildren().clear();
        int lines = now.changes().size();
        go.setText(texts.get("review.bulk.change", lines));
        go.setDisable(lines == 0);
        if (lines > 0) {
            Marks before = now.before();
            BigDecimal more = now.after().subtract(before.value());
            String value = texts.get("review.bulk.value", formats.roundMoney(before.value(), currency), formats.roundMoney(now.after(), currency),
                    (more.signum() >= 0 ? "+" : "") + formats.roundMoney(more, currency));
            say(before.complete() ? value : value + " " + texts.get("review.summary.no-rate"), "bulk-value");
        }
        for (QuantityChanges.Change change : now.changes().subList(0, Math.min(ROWS, lines))) {
            row(change.row().line().name(), texts.get("review.bulk.step", formats.quantity(change.row().line().quantity()), formats.quantity(change.after())));
        }
        count("review.bulk.more", lines - ROWS);
        count("review.bulk.raised", now.raised());
        count("review.bulk.unchanged", now.unchanged());
        for (QuantityChanges.Problem problem : now.problems().subList(0, Math.min(3, now.problems().size()))) {
            say(problem.row().line().name() + ": " + texts.get(problem.key(), problem.typed(), problem.row().line().unitName()), "bulk-problem");
        }
        count("review.bulk.problems", now.problems().size() - 3);
        for (String row : unknown.subList(0, Math.min(3, unknown.size()))) {
            say(texts.get("review.paste.unknown", row), "bulk-problem");
        }
        count("review.paste.more-unknown", unknown.size() - 3);
    }

    private void count(String key, long number) {
        if (number > 0) {
            say(texts.get(key, number), "muted");
        }
    }

    private void say(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        preview.getChildren().add(label);
    }

    private void row(String name, String change) {
        Label left = new Label(name);
        left.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label right = new Label(change);
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.getStyleClass().add("bulk-step");
        preview.getChildren().add(new HBox(left, gap, right));
    }

    @Override
    public void requestFocus() {
        if (input == null) {
            go.requestFocus();
        } else {
            input.requestFocus();
        }
    }
}
