package org.orderbench.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Hint;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Texts;

/** Binds the frame to its model, and is the frame to the screens. */
public final class ShellController implements Frame {

    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final ShellModel model;
    private final Texts texts;
    private final Host host;
    private final Map<Screen, Supplier<Node>> makers = new EnumMap<>(Screen.class);
    private final Map<Screen, Node> screens = new EnumMap<>(Screen.class);
    private Runnable onChanged = () -> {};
    private boolean maySend = true;
    private @Nullable Node focusBefore;

    @FXML private StackPane shell;
    @FXML private VBox main;
    @FXML private VBox rail;
    @FXML private StackPane mark;
    @FXML private Label title;
    @FXML private Label age;
    @FXML private Button sync;
    @FXML private Button plan;
    @FXML private Button send;
    @FXML private StackPane stage;
    @FXML private StackPane cover;
    @FXML private VBox notices;
    @FXML private StackPane overlay;

    ShellController(ShellModel model, Texts texts, Host host) {
        this.model = model;
        this.texts = texts;
        this.host = host;
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
        cover.setVisible(false);
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
        SystemMenu.of(System.getProperty("os.name", ""), model, this, texts).ifPresent(menu -> main.getChildren().addFirst(menu));
        shell.addEventFilter(KeyEvent.KEY_PRESSED, this::onShortcut);
        model.situation().subscribe(this::showSituation);
        model.queue().subscribe(this::showQueue);
    }

    private ToggleButton tab(Screen screen, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(texts.get("shell.screen." + screen.id()), new FontIcon(screen.icon()));
        tab.getStyleClass().add("rail-tab");
        tab.setToggleGroup(group);
        tab.setMaxWidth(Double.MAX_VALUE);
        Hint.setText(tab, texts.get("shell.screen.hint", texts.get("shell.title." + screen.id()), SystemMenu.shortcut(screen).getDisplayText()));
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

    private void onShortcut(KeyEvent key) {
        if (isCovered()) {
            return;
        }
        for (Screen screen : Screen.values()) {
            if (SystemMenu.shortcut(screen).match(key)) {
                model.screen().set(screen);
                key.consume();
                return;
            }
        }
        if (key.getCode() == KeyCode.F5 && !sync.isDisabled()) {
            onSync();
            key.consume();
        } else if (key.getCode() == KeyCode.F6 && !plan.isDisabled()) {
            onPlan();
            key.consume();
        } else if (new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN).match(key) && !send.isDisabled()) {
            onSend();
            key.consume();
        }
    }

    /** Takes the screens, each made when it is first shown, and shows the first. {@code changed} is run after every {@link #changed()}. */
    void fill(Map<Screen, Supplier<Node>> nodes, Node statusBar, Runnable changed) {
        makers.putAll(nodes);
        main.getChildren().add(statusBar);
        onChanged = changed;
        model.screen().subscribe(this::show);
    }

    Label age() {
        return age;
    }

    private void show(Screen screen) {
        title.setText(texts.get("shell.title." + screen.id()));
        Supplier<Node> maker = makers.get(screen);
        if (maker != null) {
            stage.getChildren().setAll(screens.computeIfAbsent(screen, absent -> maker.get()));
        }
    }

    /** Puts a node over the whole window until it is uncovered: there is nothing to work on behind it. */
    void cover(Node node) {
        cover.getChildren().setAll(node);
        cover.setVisible(true);
    }

    void uncover() {
        cover.getChildren().clear();
        cover.setVisible(false);
    }

    /** Whether something lies over the screens that must be dealt with first. */
    boolean isCovered() {
        return cover.isVisible() || overlay.isVisible();
    }

    private void showSituation(Situation now) {
        sync.setDisable(now.server() == null);
        plan.setDisable(now.syncedAt() == null);
    }

    /** Whether the Odoo user may create purchase orders: else nothing can be sent. */
    void allowSending(boolean may) {
        maySend = may;
        Hint.setText(send, texts.get(may ? "shell.send.hint" : "shell.send.forbidden"));
        showQueue(model.queue().get());
    }

    private void showQueue(ShellModel.Queue queue) {
        send.setText(queue.orders() == 0 ? texts.get("shell.send") : texts.get("shell.send.lines", queue.lines()));
        send.setDisable(queue.orders() == 0 || !maySend);
        send.pseudoClassStateChanged(WAITING, queue.orders() > 0);
    }

    @Override
    public void notice(Notice told) {
        Notice notice = new Notice(told.kind(), texts.said(told.message()), told.action(), told.onAction());
        notices.getChildren().removeIf(node -> node instanceof NoticeNode earlier && earlier.isOutdatedBy(notice));
        notices.getChildren().add(new NoticeNode(notice, texts, gone -> notices.getChildren().remove(gone)));
        if (notices.getChildren().size() > 3) {
            notices.getChildren().remove(notices.getChildren().stream().filter(node -> node instanceof NoticeNode earlier && !earlier.isProblem()).findFirst()
                    .orElse(notices.getChildren().getFirst()));
        }
    }

    @Override
    public void overlay(Node content) {
        if (!overlay.isVisible()) {
            focusBefore = overlay.getScene().getFocusOwner();
        }
        if (content instanceof Region card && card.getStyleClass().contains("overlay-card")) {
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
        host.browse(address);
    }

    @Override
    public void whenDrawn(Runnable work) {
        host.whenDrawn(work);
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
}
