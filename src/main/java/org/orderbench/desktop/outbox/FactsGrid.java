package org.orderbench.desktop.outbox;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.Outbox.Conflict;

/** The facts under one line in three columns: when it was proposed, when it was decided, now. What changed since the decision is marked. */
final class FactsGrid extends VBox {

    private final Texts texts;
    private final Formats formats;
    private final Label title = new Label();
    private final Label reason = new Label();
    private final GridPane grid = new GridPane();

    FactsGrid(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("facts");
        title.getStyleClass().add("facts-title");
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        grid.getStyleClass().add("facts-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        getChildren().addAll(title, reason, grid);
        show(null);
    }

    void show(@Nullable Conflict conflict) {
        setVisible(conflict != null);
        setManaged(conflict != null);
        grid.getChildren().clear();
        if (conflict == null) {
            return;
        }
        title.setText(conflict.code() + " · " + conflict.name());
        reason.setText(texts.said(conflict.reason()));
        head(1, "outbox.facts.proposed");
        head(2, "outbox.facts.decided");
        head(3, "outbox.facts.now");
        row(1, "outbox.facts.stock", conflict, facts -> formats.quantity(facts.onHand()));
        row(2, "outbox.facts.incoming", conflict, facts -> formats.quantity(facts.incoming()));
        row(3, "outbox.facts.drafts", conflict, facts -> formats.quantity(facts.drafts()));
        row(4, "outbox.facts.supply", conflict, facts -> formats.quantity(facts.supply()));
        row(5, "outbox.facts.price", conflict, facts -> facts.unitPrice() == null ? Formats.NONE : formats.money(facts.unitPrice(), conflict.currency()));
        row(6, "outbox.facts.minimum", conflict, facts -> formats.quantity(facts.minimum()));
        row(7, "outbox.facts.newest", conflict, facts -> facts.newestLineCreated() == null ? texts.get("outbox.facts.never") : formats.fullDay(LocalDate.ofInstant(facts.newestLineCreated(), formats.zone())));
        Label ordered = new Label(texts.get("outbox.facts.quantity", formats.quantity(conflict.quantity()), conflict.unitName()));
        ordered.getStyleClass().add("facts-quantity");
        grid.add(ordered, 0, 8, 4, 1);
    }

    private void head(int column, String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("muted", "facts-head");
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(label, column, 0);
    }

    private void row(int row, String key, Conflict conflict, Function<LineFacts, String> text) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(name, 0, row);
        String decided = text.apply(conflict.decided());
        String now = conflict.now() == null ? Formats.NONE : text.apply(conflict.now());
        cell(1, row, text.apply(conflict.proposed()), false);
        cell(2, row, decided, false);
        cell(3, row, now, conflict.now() != null && !Objects.equals(decided, now));
    }

    private void cell(int column, int row, String text, boolean changed) {
        Label label = new Label(text);
        label.getStyleClass().add("facts-cell");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (changed) {
            label.getStyleClass().add("facts-changed");
            label.setGraphic(new FontIcon("mdal-change_history"));
            label.setAccessibleText(texts.get("outbox.facts.changed", text));
        }
        grid.add(label, column, row);
    }
}
