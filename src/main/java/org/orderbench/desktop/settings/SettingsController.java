package org.orderbench.desktop.settings;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Texts;

/** Binds settings to their model. */
public final class SettingsController {

    private final SettingsModel model;
    private final Texts texts;
    private final Runnable switchTheme;

    @FXML private TextField address;
    @FXML private ComboBox<String> database;
    @FXML private TextField login;
    @FXML private PasswordField secret;
    @FXML private HBox trouble;
    @FXML private Label problem;
    @FXML private Button connect;
    @FXML private ProgressIndicator trying;
    @FXML private Label version;
    @FXML private VBox rounds;

    public SettingsController(SettingsModel model, Texts texts, Runnable switchTheme) {
        this.model = model;
        this.texts = texts;
        this.switchTheme = switchTheme;
    }

    @FXML
    void initialize() {
        address.textProperty().bindBidirectional(model.address());
        database.getEditor().textProperty().bindBidirectional(model.database());
        database.setItems(model.databases());
        login.textProperty().bindBidirectional(model.login());
        problem.textProperty().bind(model.problem());
        trouble.visibleProperty().bind(model.problem().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        trying.visibleProperty().bind(model.trying());
        connect.disableProperty().bind(model.trying());
        String number = SettingsController.class.getPackage().getImplementationVersion();
        version.setText(texts.get("about.version", number == null ? texts.get("about.development") : number));
    }

    /** Puts in the card of the unattended round. */
    public void setRounds(Node card) {
        rounds.getChildren().setAll(card);
    }

    @FXML
    void onFind() {
        model.findDatabases();
    }

    @FXML
    void onConnect() {
        model.connect(secret.getText().toCharArray());
        secret.clear();
    }

    @FXML
    void onTheme() {
        switchTheme.run();
    }
}
