package org.orderbench.desktop.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.RunningJob;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.policy.BrakeModel;
import org.orderbench.odoo.ServerInfo;

/** Binds the frame to its model, and is the frame to the screens. */
public final class ShellController implements Frame {

    private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");
    private static final PseudoClass BRAKED = PseudoClass.getPseudoClass("braked");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final ShellModel model;
    private final Texts texts;
    private final Formats formats;
    private final Clock clock;
    private final String buyerName;
    private final Consumer<String> browser;
    private final Runnable switchTheme;
    private final Map<Screen, Node> screens = new EnumMap<>(Screen.class);
    private Runnable onChanged = () -> {};
    private boolean maySend = true;
    private @Nullable Node focusBefore;

    @FXML private VBox rail;
    @FXML private StackPane mark;
    @FXML private Label title;
    @FXML private Label age;
    @FXML private Button sync;
    @FXML private Button plan;
    @FXML private Button send;
    @FXML private StackPane stage;
    @FXML private Region lamp;
    @FXML private Label connection;
    @FXML private Button brake;
    @FXML private HBox work;
    @FXML private Label step;
    @FXML private ProgressBar progress;
    @FXML private Label buyer;
    @FXML private VBox notices;
    @FXML private StackPane overlay;

    /**
     * @param browser     opens an address
     * @param switchTheme between light and dark
     */
    public ShellController(ShellModel model, Texts texts, Formats formats, Clock clock, String buyer, Consumer<String> browser, Runnable switchTheme) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
        this.buyerName = buyer;
        this.browser = browser;
        this.switchTheme = switchTheme;
    }

    @FXML
    void initialize() {
        mark.getChildren().add(new BrandMark());
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            if (screen == Screen.SETTINGS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                rail.getChildren().add(gap);
            }
            rail.getChildren().add(tab(screen, group));
        }
        buyer.setText(buyerName);
        overlay.setVisible(false);
        overlay.setOnMousePressed(click -> {
            if (overlay.equals(click.getTarget())) {
                closeOverlay();
            }
        });
        overlay.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closeOverlay();
                key.consume();
            }
        });
        model.situation().subscribe(this::showSituation);
        model.queue().subscribe(this::showQueue);
        model.tasks().running().addListener((ListChangeListener<RunningJob>) change -> showWork());
        showWork();
    }

    private ToggleButton tab(Screen screen, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(texts.get("shell.screen." + screen.id()), new FontIcon(screen.icon()));
        tab.getStyleClass().add("rail-tab");
        tab.setToggleGroup(group);
        tab.setMaxWidth(Double.MAX_VALUE);
        model.screen().subscribe(now -> tab.setSelected(now == screen));
        tab.setOnAction(event -> {
            tab.setSelected(true);
            model.screen().set(screen);
        });
        if (screen == Screen.EXCEPTIONS) {
            model.exceptions().subscribe(count -> tab.setAccessibleText(texts.get("shell.screen.exceptions.count", count.intValue())));
        }
        return tab;
    }

    /** Puts the screens in and shows the first. {@code changed} is run after every {@link #changed()}. */
    public void fill(Map<Screen, Node> nodes, Runnable changed) {
        screens.putAll(nodes);
        onChanged = changed;
        model.screen().subscribe(this::show);
    }

    private void show(Screen screen) {
        title.setText(texts.get("shell.title." + screen.id()));
        Node node = screens.get(screen);
        if (node != null) {
            stage.getChildren().setAll(node);
        }
    }

    private void showSituation(Situation now) {
        ServerInfo server = now.server();
        lamp.pseudoClassStateChanged(ONLINE, now.online());
        String problem = now.problem();
        connection.setText(server == null ? texts.get("shell.not-connected")
                : problem != null ? texts.get("shell.offline", server.address(), problem)
                : texts.get(now.online() ? "shell.connected" : "shell.not-reached", server.address(), server.database(), server.version(), now.login()));
        Instant synced = now.syncedAt();
        age.setText(synced == null ? texts.get("shell.never-synced") : texts.get("shell.age", formats.age(synced, clock.instant())));
        sync.setDisable(server == null);
        plan.setDisable(synced == null);
    }

    /** @param look shows both brakes, why, and what lifts them */
    void brake(ObservableValue<BrakeModel.Standing> standing, Runnable look) {
        brake.setOnAction(event -> look.run());
        standing.subscribe(now -> {
            brake.setText(texts.get(now.on() ? "shell.brake.on" : now.authority() ? "shell.brake.off" : "shell.brake.nothing"));
            brake.setGraphic(new FontIcon(now.on() ? "mdmz-pan_tool" : now.authority() ? "mdmz-play_circle_outline" : "mdmz-security"));
            brake.pseudoClassStateChanged(BRAKED, now.on());
            brake.setTooltip(new Tooltip(now.on() ? now.brakes().words() : texts.get("shell.brake.hint")));
        });
    }

    /** Whether the Odoo user may create purchase orders: else nothing can be sent. */
    void allowSending(boolean may) {
        maySend = may;
        send.setTooltip(new Tooltip(texts.get(may ? "shell.send.hint" : "shell.send.forbidden")));
        showQueue(model.queue().get());
    }

    private void showQueue(ShellModel.Queue queue) {
        send.setText(queue.orders() == 0 ? texts.get("shell.send") : texts.get("shell.send.lines", queue.lines()));
        send.setDisable(queue.orders() == 0 || !maySend);
        send.pseudoClassStateChanged(WAITING, queue.orders() > 0);
    }

    private void showWork() {
        boolean any = !model.tasks().running().isEmpty();
        work.setVisible(any);
        step.textProperty().unbind();
        progress.progressProperty().unbind();
        if (any) {
            RunningJob job = model.tasks().running().getFirst();
            step.textProperty().bind(Bindings.createStringBinding(
                    () -> job.step().get().isEmpty() ? job.name() : texts.get("shell.step", job.name(), job.step().get()), job.step()));
            progress.progressProperty().bind(job.fraction());
        }
    }

    @Override
    public void notice(Notice notice) {
        notices.getChildren().add(new NoticeNode(notice, texts, gone -> notices.getChildren().remove(gone)));
        if (notices.getChildren().size() > 3) {
            notices.getChildren().removeFirst();
        }
    }

    @Override
    public void overlay(Node content) {
        if (!overlay.isVisible()) {
            focusBefore = overlay.getScene().getFocusOwner();
        }
        if (content instanceof Region card) {
            card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        overlay.getChildren().setAll(content);
        overlay.setVisible(true);
        // An overlay without anything to press takes the keys itself, so that Escape reaches it.
        overlay.requestFocus();
        content.requestFocus();
    }

    @Override
    public void closeOverlay() {
        overlay.setVisible(false);
        overlay.getChildren().clear();
        Node back = focusBefore;
        if (back != null) {
            back.requestFocus();
        }
    }

    @Override
    public void browse(String address) {
        browser.accept(address);
    }

    @Override
    public void changed() {
        model.refresh();
        onChanged.run();
    }

    @FXML
    void onSync() {
        model.sync(this);
    }

    @FXML
    void onPlan() {
        model.plan(this);
    }

    @FXML
    void onSend() {
        model.push(this);
    }

    @FXML
    void onCancel() {
        model.tasks().running().forEach(RunningJob::cancel);
    }

    @FXML
    void onTheme() {
        switchTheme.run();
    }
}
