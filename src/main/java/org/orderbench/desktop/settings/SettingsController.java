package org.orderbench.desktop.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.Theme;
import org.orderbench.odoo.ServerInfo;

/** Binds settings to their model. */
public final class SettingsController {

    /** What the window around offers to settings. */
    public interface Around {
        Look look();

        void turn(Look look);

        void signInAgain();

        void showTour();
    }

    private final SettingsModel model;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectProperty<Situation> situation;
    private final Around around;

    @FXML private Label server;
    @FXML private Label database;
    @FXML private Label login;
    @FXML private Label version;
    @FXML private Label read;
    @FXML private Button again;
    @FXML private ComboBox<String> language;
    @FXML private ComboBox<Integer> size;
    @FXML private ComboBox<Theme> theme;
    @FXML private Label build;
    @FXML private VBox added;
    @FXML private ToggleButton toComputer;
    @FXML private ToggleButton toPlanning;
    @FXML private ScrollPane computer;
    @FXML private VBox planning;
    private @Nullable PlanningView view;

    public SettingsController(
            SettingsModel model, Texts texts, Formats formats, ReadOnlyObjectProperty<Situation> situation, Around around) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.situation = situation;
        this.around = around;
    }

    @FXML
    void initialize() {
        situation.subscribe(this::show);
        List<String> languages = new ArrayList<>(Look.LANGUAGES);
        languages.addFirst("");
        choices(language, languages, tag -> tag.isEmpty() ? texts.get("settings.language.system") : ownName(tag), around.look().tag(),
                tag -> around.turn(around.look().withLanguage(tag)));
        choices(size, Look.SIZES, percent -> formats.percent(percent / 100.0), around.look().percent(), percent -> around.turn(around.look().withSize(percent)));
        choices(theme, List.of(Theme.values()), each -> texts.get("settings.theme." + each.name().toLowerCase(Locale.ROOT)), around.look().theme(),
                each -> around.turn(around.look().with(each)));
        String number = SettingsController.class.getPackage().getImplementationVersion();
        build.setText(texts.get("about.version", number == null ? texts.get("about.development") : number));
    }

    /** A language is found by who speaks it, so it is named in itself. */
    private static String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private static <T> void choices(ComboBox<T> box, List<T> all, Function<T, String> words, T now, Consumer<T> chosen) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        box.getItems().setAll(all);
        box.setValue(now);
        box.valueProperty().subscribe((before, next) -> chosen.accept(next));
    }

    private void show(Situation now) {
        ServerInfo at = now.server();
        server.setText(at == null ? Formats.NONE : at.address());
        database.setText(at == null ? Formats.NONE : at.database());
        version.setText(at == null ? Formats.NONE : now.transport().isEmpty() ? at.version() : texts.get("settings.odoo.over", at.version(), now.transport()));
        login.setText(at == null ? Formats.NONE : now.login());
        read.setText(now.syncedAt() == null ? Formats.NONE : formats.moment(now.syncedAt()));
    }

    /** Puts in a card that another part of the program fills. */
    public void add(Node card) {
        added.getChildren().add(card);
    }

    /** Puts in how planning decides. */
    public void setPlanning(PlanningView node) {
        view = node;
        VBox.setVgrow(node, Priority.ALWAYS);
        planning.getChildren().setAll(node);
        turn(false);
    }

    /** When the screen is opened. */
    public void load() {
        if (view != null && planning.isVisible()) {
            view.load();
        }
    }

    @FXML
    void onComputer() {
        turn(false);
    }

    @FXML
    void onPlanning() {
        turn(true);
        load();
    }

    private void turn(boolean toThePlan) {
        computer.setVisible(!toThePlan);
        planning.setVisible(toThePlan);
        toComputer.setSelected(!toThePlan);
        toPlanning.setSelected(toThePlan);
    }

    @FXML
    void onAgain() {
        around.signInAgain();
    }

    @FXML
    void onTour() {
        around.showTour();
    }

    @FXML
    void onSupport() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("settings.support.where"));
        chooser.setInitialDirectory(Path.of(System.getProperty("user.home")).toFile());
        File folder = chooser.showDialog(again.getScene().getWindow());
        if (folder != null) {
            model.collectSupport(folder.toPath());
        }
    }
}
