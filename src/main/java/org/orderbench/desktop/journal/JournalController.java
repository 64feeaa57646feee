package org.orderbench.desktop.journal;

import atlantafx.base.controls.CustomTextField;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;

/** Binds the journal to its model. */
public final class JournalController {

    private final JournalModel model;
    private final Texts texts;
    private final Formats formats;

    @FXML private CustomTextField search;
    @FXML private TableView<JournalRow> table;

    public JournalController(JournalModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
    }

    @FXML
    void initialize() {
        Letters.follow(table);
        search.textProperty().bindBidirectional(model.search());
        table.getColumns().add(TextColumns.right("sequence", texts.get("journal.column.sequence"), 70, row -> formats.count(row.sequence())));
        table.getColumns().add(TextColumns.of("at", texts.get("journal.column.at"), 170, row -> formats.moment(row.at())));
        table.getColumns().add(TextColumns.of("actor", texts.get("journal.column.actor"), 140, JournalRow::actor));
        table.getColumns().add(TextColumns.of("action", texts.get("journal.column.action"), 170, JournalRow::action));
        table.getColumns().add(TextColumns.of("subject", texts.get("journal.column.subject"), 340, JournalRow::subject));
        table.getColumns().add(TextColumns.of("cause", texts.get("journal.column.cause"), 440, JournalRow::cause));
        table.setItems(model.shown());
        table.setPlaceholder(new Blank("mdal-history", texts.get("journal.empty.title"), texts.get("journal.empty.text")));
    }
}
