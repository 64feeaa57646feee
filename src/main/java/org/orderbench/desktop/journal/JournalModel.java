package org.orderbench.desktop.journal;

import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.Decision;

/** The audit trail with a search. For the window thread. */
public final class JournalModel {

    /** How the program calls itself there. */
    private static final Set<String> PROGRAM = Set.of("orderbench", "outbox", Decision.AGENT);

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final ObservableList<JournalRow> all = FXCollections.observableArrayList();
    private final FilteredList<JournalRow> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    public JournalModel(WorkbenchServices services, Tasks tasks, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.texts = texts;
        search.subscribe(words -> {
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> (row.actor() + '\n' + row.action() + '\n' + row.subject() + '\n' + row.cause()).toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    public void load() {
        tasks.run(() -> services.journal().get().stream().map(this::inWords).toList(), all::setAll);
    }

    /** The journal keeps stable names and English sentences: what is looked at, and searched, is in the reader's words. */
    private JournalRow inWords(JournalRow row) {
        String actor = PROGRAM.contains(row.actor()) ? texts.get("journal.program") : row.actor();
        return new JournalRow(row.sequence(), row.at(), actor, action(row.action()), texts.said(row.subject()), texts.said(row.cause()));
    }

    private String action(String name) {
        String[] parts = name.split(" ", 2);
        String key = "journal.action." + parts[0];
        return !texts.bundle().containsKey(key) ? name : parts.length == 1 ? texts.get(key) : texts.get(key, action(parts[1]));
    }

    public ObservableList<JournalRow> shown() {
        return shown;
    }

    public StringProperty search() {
        return search;
    }
}
