package org.orderbench.desktop.connect;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.RunningJob;
import org.orderbench.desktop.common.Texts;

/** Binds the connect screen to its model. */
public final class ConnectController {

    private static final Duration PAUSE_IN_TYPING = Duration.millis(450);
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final ConnectModel model;
    private final Texts texts;
    private final Consumer<String> browser;
    private final boolean first;

    @FXML private VBox form;
    @FXML private VBox working;
    @FXML private Label title;
    @FXML private Label text;
    @FXML private TextField address;
    @FXML private Label answer;
    @FXML private ComboBox<String> database;
    @FXML private Label databaseHint;
    @FXML private TextField login;
    @FXML private PasswordField secret;
    @FXML private Hyperlink openOdoo;
    @FXML private HBox trouble;
    @FXML private Label problem;
    @FXML private Button connect;
    @FXML private Button cancel;
    @FXML private ProgressIndicator trying;
    @FXML private VBox demoCard;
    @FXML private Label workTitle;
    @FXML private Label step;
    @FXML private Label connected;
    @FXML private ProgressBar progress;
    @FXML private Button stop;
    @FXML private Button again;
    @FXML private Button back;

    private final Runnable onCancel;

    /**
     * @param browser  opens an address
     * @param first    nobody signed in yet: there is nothing to go back to, and the demo is offered
     * @param onCancel closes the form without signing in
     */
    public ConnectController(ConnectModel model, Texts texts, Consumer<String> browser, boolean first, Runnable onCancel) {
        this.model = model;
        this.texts = texts;
        this.browser = browser;
        this.first = first;
        this.onCancel = onCancel;
    }

    @FXML
    void initialize() {
        title.setText(texts.get(first ? "connect.title" : "connect.again.title"));
        text.setText(texts.get(first ? "connect.text" : "connect.again.text"));
        visible(demoCard, first);
        visible(cancel, !first);
        address.textProperty().bindBidirectional(model.address());
        PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
        pause.setOnFinished(event -> model.check());
        address.textProperty().subscribe((before, now) -> pause.playFromStart());
        address.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                pause.stop();
                model.check();
            }
        });
        database.getEditor().textProperty().bindBidirectional(model.database());
        database.setItems(model.databases());
        model.databases().addListener((ListChangeListener<String>) change -> showDatabases());
        login.textProperty().bindBidirectional(model.login());
        model.checked().subscribe(this::showAddress);
        model.problem().subscribe(this::showProblem);
        model.page().subscribe(this::showPage);
        connected.textProperty().bind(model.connected());
        connected.visibleProperty().bind(model.connected().isNotEmpty());
        connected.managedProperty().bind(connected.visibleProperty());
        trying.visibleProperty().bind(model.tasks().busy());
        connect.disableProperty().bind(model.tasks().busy());
        model.tasks().running().addListener((ListChangeListener<RunningJob>) change -> showWork());
        showDatabases();
    }

    private static void visible(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private void showAddress(ConnectModel.Address now) {
        answer.pseudoClassStateChanged(GOOD, now instanceof ConnectModel.Good);
        answer.pseudoClassStateChanged(BAD, now instanceof ConnectModel.Bad);
        switch (now) {
            case ConnectModel.Blank blank -> say("mdal-info", texts.get("connect.address.hint"));
            case ConnectModel.Checking checking -> say("mdal-hourglass_empty", texts.get("connect.address.checking"));
            case ConnectModel.Bad bad -> say("mdal-error", bad.message());
            case ConnectModel.Good good -> say("mdal-check_circle", good.found().openWay()
                    ? texts.get("connect.address.open-way", good.found().server().version())
                    : texts.get("connect.address.found", good.found().server().version()));
        }
        openOdoo.setDisable(!(now instanceof ConnectModel.Good));
        showDatabases();
    }

    private void say(String icon, String words) {
        answer.setGraphic(new FontIcon(icon));
        answer.setText(words);
    }

    private void showDatabases() {
        boolean told = !model.databases().isEmpty();
        databaseHint.setText(told ? texts.get("connect.database.told", model.databases().size())
                : texts.get(model.checked().get() instanceof ConnectModel.Good ? "connect.database.untold" : "connect.database.hint"));
    }

    private void showProblem(ConnectModel.Problem now) {
        problem.setText(now.message());
        visible(trouble, !now.message().isEmpty());
        if (!now.message().isEmpty()) {
            switch (now.cause()) {
                case ADDRESS -> address.requestFocus();
                case DATABASE -> database.requestFocus();
                case SECRET -> secret.requestFocus();
                case OTHER -> { }
            }
        }
    }

    private void showPage(ConnectModel.Page page) {
        visible(form, page == ConnectModel.Page.SIGN_IN);
        visible(working, page != ConnectModel.Page.SIGN_IN);
        boolean stopped = page == ConnectModel.Page.STOPPED;
        visible(stop, !stopped);
        visible(progress, !stopped);
        visible(again, stopped);
        visible(back, stopped);
        showWork();
    }

    private void showWork() {
        boolean stopped = model.page().get() == ConnectModel.Page.STOPPED;
        step.textProperty().unbind();
        progress.progressProperty().unbind();
        if (stopped) {
            workTitle.setText(texts.get("connect.stopped"));
            step.setText(model.problem().get().message());
        } else if (!model.tasks().running().isEmpty()) {
            RunningJob job = model.tasks().running().getFirst();
            workTitle.setText(job.name());
            step.textProperty().bind(Bindings.when(job.step().isEmpty()).then(texts.get("connect.starting")).otherwise(job.step()));
            progress.progressProperty().bind(job.fraction());
        }
    }

    @FXML
    void onConnect() {
        model.signIn(secret.getText().toCharArray());
        secret.clear();
    }

    @FXML
    void onOpenOdoo() {
        if (model.checked().get() instanceof ConnectModel.Good good) {
            browser.accept(good.found().server().address());
        }
    }

    @FXML
    void onDemo() {
        model.tryDemo();
    }

    @FXML
    void onStop() {
        model.tasks().running().forEach(RunningJob::cancel);
    }

    @FXML
    void onAgain() {
        model.tryAgain();
    }

    @FXML
    void onBack() {
        model.back();
    }

    @FXML
    void onCancel() {
        onCancel.run();
    }
}
