package org.orderbench.desktop.journal;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;

/** The audit trail with a search. For the window thread. */
public final class JournalModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final ObservableList<JournalRow> all = FXCollections.observableArrayList();
    private final FilteredList<JournalRow> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    public JournalModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
        search.subscribe(words -> {
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> (row.actor() + '\n' + row.action() + '\n' + row.subject() + '\n' + row.cause()).toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    public void load() {
        tasks.run(services.journal()::get, all::setAll);
    }

    public ObservableList<JournalRow> shown() {
        return shown;
    }

    public StringProperty search() {
        return search;
    }
}
