package org.orderbench.desktop.settings;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.odoo.ServerInfo;

/** The connection form. The secret passes through and is wiped; it is never a property. For the window thread. */
public final class SettingsModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty database = new SimpleStringProperty(this, "database", "");
    private final StringProperty login = new SimpleStringProperty(this, "login", "");
    private final ObservableList<String> databases = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper(this, "trying");
    private final BooleanProperty touched = new SimpleBooleanProperty(this, "touched");

    public SettingsModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        address.subscribe((before, now) -> touched.set(true));
    }

    /** Fills the form with the present connection, unless somebody is typing in it. */
    public void load() {
        tasks.run(services.situation()::get, now -> {
            ServerInfo server = now.server();
            if (server != null && !touched.get()) {
                address.set(server.address());
                database.set(server.database());
                login.set(now.login());
                touched.set(false);
            }
        });
    }

    /** Asks the server which databases it has. */
    public void findDatabases() {
        String at = address.get().strip();
        tasks.run(() -> services.connector().databases(at), found -> {
            databases.setAll(found);
            if (found.size() == 1) {
                database.set(found.getFirst());
            }
        }, failure -> databases.clear());
    }

    /** @param secret is wiped when the attempt is over */
    public void connect(char[] secret) {
        if (address.get().isBlank() || database.get().isBlank() || login.get().isBlank() || secret.length == 0) {
            Arrays.fill(secret, '\0');
            problem.set(texts.get("connect.incomplete"));
            return;
        }
        problem.set("");
        trying.set(true);
        tasks.run(() -> {
            try {
                return services.connector().connect(address.get().strip(), database.get().strip(), login.get().strip(), secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
        }, result -> {
            trying.set(false);
            switch (result) {
                case Connector.Connected connected -> {
                    frame.notice(Notice.of(Kind.DONE, texts.get("connect.done", connected.server().address(), connected.server().version())));
                    frame.changed();
                }
                case Connector.Failed failed -> problem.set(failed.message());
            }
        }, failure -> {
            trying.set(false);
            problem.set(String.valueOf(failure.getMessage()));
        });
    }

    public StringProperty address() {
        return address;
    }

    public StringProperty database() {
        return database;
    }

    public StringProperty login() {
        return login;
    }

    public ObservableList<String> databases() {
        return databases;
    }

    /** What is wrong and what to do, or empty. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
    }
}
