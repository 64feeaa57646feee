package org.orderbench.desktop.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Hint;
import org.orderbench.desktop.common.RunningJob;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.policy.BrakeModel;
import org.orderbench.desktop.policy.BrakeWords;
import org.orderbench.odoo.ServerInfo;

/** How things stand, along the window's lower edge: connection, brake, what waits, what is being done. */
public final class StatusBar {

    private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");
    private static final PseudoClass BRAKED = PseudoClass.getPseudoClass("braked");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    /** Older data than this is marked: stock has moved meanwhile. */
    private static final Duration FRESH = Duration.ofHours(12);

    private final ShellModel model;
    private final Texts texts;
    private final Formats formats;
    private final Clock clock;
    private final String buyerName;
    private final boolean demoData;
    private final Host host;
    private final Label age;

    @FXML private Region lamp;
    @FXML private Button connection;
    @FXML private Button demo;
    @FXML private Button brake;
    @FXML private Button waiting;
    @FXML private Button newer;
    @FXML private HBox work;
    @FXML private Label step;
    @FXML private ProgressBar progress;
    @FXML private Label buyer;

    /** @param age the label in the window's head that says how old the data is */
    StatusBar(ShellModel model, Texts texts, Formats formats, Clock clock, String buyer, boolean demoData, Host host, Label age) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
        this.buyerName = buyer;
        this.demoData = demoData;
        this.host = host;
        this.age = age;
    }

    @FXML
    void initialize() {
        buyer.setText(buyerName);
        Hint.setText(buyer, texts.get("status.buyer"));
        show(demo, demoData);
        show(newer, false);
        demo.setText(texts.get(host.inDemo() ? "status.demo.leave" : "status.demo"));
        demo.setDisable(!host.inDemo());
        model.situation().subscribe(this::showSituation);
        model.queue().subscribe(this::showQueue);
        model.tasks().running().addListener((ListChangeListener<RunningJob>) change -> showWork());
        showWork();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void showSituation(Situation now) {
        ServerInfo server = now.server();
        String problem = now.problem();
        lamp.pseudoClassStateChanged(ONLINE, now.online());
        connection.setText(server == null ? texts.get("status.not-connected")
                : problem == null ? texts.get("status.connected", server.address().replaceFirst("^https?://", ""), server.database(), server.version(), now.login())
                : texts.get(now.signInAgain() ? "status.signed-out" : "status.offline", server.address().replaceFirst("^https?://", "")));
        connection.setGraphic(new FontIcon(now.online() ? "mdal-cloud_done" : now.signInAgain() ? "mdmz-vpn_key" : "mdal-cloud_off"));
        Hint.setText(connection, problem == null ? texts.get("status.connection.hint") : texts.said(problem));
        showAge(now);
    }

    /** Called again as time goes by. */
    void showAge(Situation now) {
        Instant synced = now.syncedAt();
        age.pseudoClassStateChanged(OLD, synced != null && Duration.between(synced, clock.instant()).compareTo(FRESH) > 0);
        age.setText(synced == null ? texts.get("status.never-synced") : told(synced, now.plannedAt()));
        Hint.setText(age, synced == null ? null : texts.get("status.age.hint", formats.moment(synced)));
    }

    private String told(Instant synced, @Nullable Instant planned) {
        String read = texts.get("status.age", formats.age(synced, clock.instant()));
        return planned == null ? read : texts.get(planned.isBefore(synced) ? "status.plan-older" : "status.planned", read, formats.age(planned, clock.instant()));
    }

    /** @param look shows both brakes, why, and what lifts them */
    void brake(ObservableValue<BrakeModel.Standing> standing, Runnable look) {
        brake.setOnAction(event -> look.run());
        standing.subscribe(now -> {
            brake.setText(texts.get(now.on() ? "status.brake.on" : now.authority() ? "status.brake.off" : "status.brake.nothing"));
            brake.setGraphic(new FontIcon(now.on() ? "mdmz-pan_tool" : now.authority() ? "mdmz-play_circle_outline" : "mdmz-security"));
            brake.pseudoClassStateChanged(BRAKED, now.on());
            Hint.setText(brake, now.on() ? new BrakeWords(texts, formats).standing(now.brakes()) : texts.get("status.brake.hint"));
        });
    }

    /** @param look tells of the newer version */
    void announce(String version, Runnable look) {
        newer.setText(texts.get("status.newer", version));
        newer.setOnAction(event -> look.run());
        show(newer, true);
    }

    void forgetNewer() {
        show(newer, false);
    }

    private void showQueue(ShellModel.Queue queue) {
        show(waiting, queue.orders() + queue.forAPerson() > 0);
        waiting.setText(queue.forAPerson() == 0 ? texts.get("status.waiting", queue.orders()) : texts.get("status.waiting.person", queue.orders(), queue.forAPerson()));
        waiting.setGraphic(new FontIcon(queue.forAPerson() == 0 ? "mdal-all_inbox" : "mdal-error"));
    }

    private void showWork() {
        boolean any = !model.tasks().running().isEmpty();
        work.setVisible(any);
        step.textProperty().unbind();
        progress.progressProperty().unbind();
        if (any) {
            RunningJob job = model.tasks().running().getFirst();
            step.textProperty().bind(Bindings.createStringBinding(
                    () -> job.step().get().isEmpty() ? job.name() : texts.get("shell.step", job.name(), texts.said(job.step().get())), job.step()));
            progress.progressProperty().bind(job.fraction());
        }
    }

    @FXML
    void onConnection() {
        model.screen().set(Screen.SETTINGS);
    }

    @FXML
    void onWaiting() {
        model.screen().set(Screen.OUTBOX);
    }

    @FXML
    void onDemo() {
        host.leaveDemo();
    }

    @FXML
    void onCancel() {
        model.tasks().running().forEach(RunningJob::cancel);
    }

    @FXML
    void onTheme() {
        host.turn(host.look().with(host.look().theme().dark() ? Theme.LIGHT : Theme.DARK));
    }
}
