package org.orderbench.desktop.connect;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Connector.Cause;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.odoo.ServerInfo;

/** The way from nothing to the first proposals. The secret passes through and is wiped; it is never a property. For the window thread. */
public final class ConnectModel {

    /** Where the user stands. */
    public enum Page { SIGN_IN, WORKING, STOPPED }

    /** What is known of the address. */
    public sealed interface Address {}

    /** Nothing that could be one was typed. */
    public record Blank() implements Address {}

    public record Checking() implements Address {}

    /** @param found what answers there */
    public record Good(Connector.Found found) implements Address {}

    public record Bad(String message) implements Address {}

    /** What went wrong, in the user's words, with the part that is to blame. */
    public record Problem(String message, Cause cause) {
        static final Problem NONE = new Problem("", Cause.OTHER);
    }

    /** What is to be done now the user is known, one after the other. */
    private record Stage(String name, Job job) {}

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final Job demo;
    private final Runnable onConnected;
    private final Runnable onDemo;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty database = new SimpleStringProperty(this, "database", "");
    private final StringProperty login = new SimpleStringProperty(this, "login", "");
    private final ObservableList<String> databases = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Address> checked = new ReadOnlyObjectWrapper<>(this, "checked", new Blank());
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.SIGN_IN);
    private final ReadOnlyStringWrapper connected = new ReadOnlyStringWrapper(this, "connected", "");
    private Runnable again = this::read;

    /**
     * @param demo        prepares the demo company
     * @param onConnected what follows when data and proposals are there
     * @param onDemo      what follows when the demo is ready
     */
    public ConnectModel(WorkbenchServices services, Tasks tasks, Texts texts, Job demo, Runnable onConnected, Runnable onDemo) {
        this.services = services;
        this.tasks = tasks;
        this.texts = texts;
        this.demo = demo;
        this.onConnected = onConnected;
        this.onDemo = onDemo;
    }

    /** Begins where the profile stands: with the sign-in, or, where that is done, with the first reading. */
    public void begin(Situation now) {
        ServerInfo server = now.server();
        if (server == null) {
            return;
        }
        address.set(server.address());
        database.set(server.database());
        login.set(now.login());
        problem.set(now.problem() == null ? Problem.NONE : new Problem(texts.said(now.problem()), now.signInAgain() ? Cause.SECRET : Cause.OTHER));
        if (now.syncedAt() == null && now.problem() == null) {
            stopped(texts.get("connect.read.first"));
        } else {
            check();
        }
    }

    /** Looks what answers at the address as it stands now; an answer that typing has overtaken is dropped. */
    public void check() {
        String typed = address.get().strip();
        if (typed.length() < 4) {
            checked.set(new Blank());
            return;
        }
        checked.set(new Checking());
        tasks.run(() -> services.connector().probe(typed), answer -> {
            if (typed.equals(address.get().strip())) {
                take(answer);
            }
        }, failure -> checked.set(new Bad(texts.said(String.valueOf(failure.getMessage())))));
    }

    private void take(Connector.Probe answer) {
        switch (answer) {
            case Connector.Found found -> {
                databases.setAll(found.databases());
                if (found.databases().size() == 1) {
                    database.set(found.databases().getFirst());
                }
                checked.set(new Good(found));
            }
            case Connector.Unusable unusable -> {
                databases.clear();
                checked.set(new Bad(texts.said(unusable.message())));
            }
        }
    }

    /** @param secret is wiped when the attempt is over */
    public void signIn(char[] secret) {
        if (address.get().isBlank() || database.get().isBlank() || login.get().isBlank() || secret.length == 0) {
            Arrays.fill(secret, '\0');
            Cause first = address.get().isBlank() ? Cause.ADDRESS : database.get().isBlank() ? Cause.DATABASE : Cause.SECRET;
            problem.set(new Problem(texts.get("connect.incomplete"), first));
            return;
        }
        problem.set(Problem.NONE);
        String at = address.get().strip();
        String of = database.get().strip();
        String as = login.get().strip();
        tasks.start(texts.get("connect.trying"), progress -> {
            try {
                Connector.Result result = services.connector().connect(at, of, as, secret);
                return switch (result) {
                    case Connector.Failed failed -> throw new Refused(failed);
                    case Connector.Connected signedIn -> words(signedIn);
                };
            } finally {
                Arrays.fill(secret, '\0');
            }
        }, done -> {
            connected.set(done);
            read();
        }, failure -> problem.set(failure instanceof Refused refused
                ? new Problem(texts.said(refused.failed.message()), refused.failed.cause()) : new Problem(texts.said(String.valueOf(failure.getMessage())), Cause.OTHER)));
    }

    private String words(Connector.Connected signedIn) {
        String kept = switch (signedIn.kept()) {
            case KEYCHAIN -> texts.get("connect.kept.keychain");
            case FILE -> texts.get("connect.kept.file");
            case MEMORY -> texts.get("connect.kept.memory");
        };
        return texts.get("connect.connected", signedIn.server().version(), signedIn.transport()) + " " + kept;
    }

    /** Carries what the connector answered through the background seam. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Connector.Failed failed;

        Refused(Connector.Failed failed) {
            super(failed.message());
            this.failed = failed;
        }
    }

    /** Reads the data, then plans. */
    public void read() {
        again = this::read;
        page.set(Page.WORKING);
        run(new Stage(texts.get("job.sync"), services.sync()), () ->
                // A stopped reading ends without a failure, and there is nothing to plan on.
                tasks.run(services.situation()::get, now -> {
                    if (now.syncedAt() == null) {
                        stopped(texts.get("connect.read.stopped"));
                    } else {
                        run(new Stage(texts.get("job.plan"), services.plan()), onConnected);
                    }
                }));
    }

    public void tryDemo() {
        again = this::tryDemo;
        page.set(Page.WORKING);
        run(new Stage(texts.get("connect.demo.preparing"), demo), onDemo);
    }

    private void run(Stage stage, Runnable then) {
        tasks.start(stage.name(), stage.job(), done -> then.run(), failure -> stopped(texts.said(String.valueOf(failure.getMessage()))));
    }

    private void stopped(String words) {
        problem.set(new Problem(words, Cause.OTHER));
        page.set(Page.STOPPED);
    }

    /** Does the step anew that stopped. */
    public void tryAgain() {
        problem.set(Problem.NONE);
        again.run();
    }

    /** Back to the form, with what was typed still in it. */
    public void back() {
        problem.set(Problem.NONE);
        page.set(Page.SIGN_IN);
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

    /** The databases that the server tells of; empty where it keeps them to itself. */
    public ObservableList<String> databases() {
        return databases;
    }

    public ReadOnlyObjectProperty<Address> checked() {
        return checked.getReadOnlyProperty();
    }

    /** What is wrong and what to do; its message is empty while nothing is. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** How the sign-in went: how calls travel and why so, and where the secret is kept; empty before. */
    public ReadOnlyStringProperty connected() {
        return connected.getReadOnlyProperty();
    }

    public Tasks tasks() {
        return tasks;
    }
}
