package org.orderbench.desktop.outbox;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.writeback.OutboxEntry;

/** The outbox as it is on disk. For the window thread. */
public final class OutboxModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final ObservableList<OutboxEntry> entries = FXCollections.observableArrayList();

    public OutboxModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
    }

    public void load() {
        tasks.run(services.outbox()::get, entries::setAll);
    }

    public ObservableList<OutboxEntry> entries() {
        return entries;
    }
}
