package org.orderbench.desktop.exceptions;

import atlantafx.base.controls.CustomTextField;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.FigureWords;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.PlanException;
import org.orderbench.replenish.Explanation.Figure;

/** Binds the exceptions screen to its model. */
public final class ExceptionsController {

    private static final double SOURCE_WIDTH = 260;
    private static final double SCROLL_BAR = 20;
    private static final double LEAST_DETAIL = 320;

    private final ExceptionsModel model;
    private final Texts texts;
    private final Formats formats;
    private final FigureWords words;
    private final ReadOnlyObjectProperty<Situation> situation;
    private final Clock clock;
    private final Consumer<Sku> onOpen;
    private final Consumer<Sku> onShow;

    @FXML private CustomTextField search;
    @FXML private FlowPane reasons;
    @FXML private TableView<PlanException> table;
    @FXML private Label head;
    @FXML private Label todo;
    @FXML private Label asOf;
    @FXML private FlowPane figures;
    @FXML private ScrollPane behind;
    @FXML private Button mend;
    @FXML private Button show;

    /**
     * @param situation tells how old the figures are
     * @param onOpen opens a product in Odoo, where it is mended
     * @param onShow shows the SKU in depth
     */
    public ExceptionsController(
            ExceptionsModel model, Texts texts, Formats formats, ReadOnlyObjectProperty<Situation> situation, Clock clock, Consumer<Sku> onOpen, Consumer<Sku> onShow) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.words = new FigureWords(formats);
        this.situation = situation;
        this.clock = clock;
        this.onOpen = onOpen;
        this.onShow = onShow;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        table.setFixedCellSize(32);
        table.getColumns().add(TextColumns.of("code", texts.get("exceptions.column.code"), 110, PlanException::code));
        table.getColumns().add(TextColumns.of("name", texts.get("exceptions.column.name"), 300, PlanException::name));
        table.getColumns().add(TextColumns.of("reason", texts.get("exceptions.column.reason"), 190, found -> reason(found.reason())));
        table.getColumns().add(TextColumns.right("stake", texts.get("exceptions.column.stake"), 110,
                found -> found.atStake() == null ? Formats.NONE : formats.roundMoney(found.atStake().amount(), found.atStake().currency())));
        TableColumn<PlanException, String> detail = TextColumns.of("detail", texts.get("exceptions.column.detail"), LEAST_DETAIL, PlanException::detail);
        table.getColumns().add(detail);
        Letters.follow(table);
        TextColumns.fill(table, detail, LEAST_DETAIL);
        table.setItems(model.shown());
        model.reading().subscribe(reading -> table.setPlaceholder(
                reading.blank(texts, "mdal-done_all", texts.get("exceptions.empty.title"), texts.get("exceptions.empty.text"))));
        model.reasons().subscribe(this::showReasons);
        table.getSelectionModel().selectedItemProperty().subscribe(this::showChosen);
        BooleanBinding none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        mend.disableProperty().bind(none);
        show.disableProperty().bind(none);
        figures.prefWrapLengthProperty().bind(behind.widthProperty().subtract(SCROLL_BAR));
        situation.subscribe(this::showAge);
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                onOpenInOdoo();
                key.consume();
            } else if (key.getText().equals("/")) {
                search.requestFocus();
                key.consume();
            }
        });
    }

    private void showChosen(@Nullable PlanException chosen) {
        head.setText(chosen == null ? texts.get("exceptions.none") : texts.get("exceptions.chosen", chosen.code(), chosen.name()));
        todo.setText(chosen == null ? "" : chosen.detail());
        todo.setVisible(chosen != null);
        todo.setManaged(chosen != null);
        figures.getChildren().setAll(chosen == null ? List.of() : chosen.figures().stream().map(this::figure).toList());
        boolean told = chosen != null && !chosen.figures().isEmpty();
        behind.setVisible(told);
        behind.setManaged(told);
        showAge();
    }

    /** A figure over its source. */
    private Node figure(Figure figure) {
        Label name = new Label(words.name(figure));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label(words.value(figure));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label source = new Label(words.source(figure));
        source.getStyleClass().add("hint");
        source.setMaxWidth(SOURCE_WIDTH);
        source.setTooltip(new Tooltip(source.getText()));
        return new VBox(new HBox(6, name, value), source);
    }

    private void showAge() {
        Situation now = situation.get();
        Instant synced = now.syncedAt();
        Instant planned = now.plannedAt();
        boolean told = behind.isVisible() && synced != null && planned != null;
        asOf.setVisible(told);
        asOf.setManaged(told);
        if (synced != null && planned != null) {
            asOf.setText(texts.get(
                    "exceptions.figures.age", formats.moment(synced), formats.age(synced, clock.instant()), formats.moment(planned), formats.age(planned, clock.instant())));
        }
    }

    private void showReasons(Map<String, Long> counts) {
        reasons.getChildren().clear();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        reasons.getChildren().add(chip("", texts.get("exceptions.all", all)));
        counts.forEach((reason, count) -> reasons.getChildren().add(chip(reason, texts.get("exceptions.reason", reason(reason), count))));
    }

    private ToggleButton chip(String reason, String words) {
        ToggleButton chip = new ToggleButton(words);
        chip.getStyleClass().add("chip");
        model.reason().subscribe(now -> chip.setSelected(now.equals(reason)));
        chip.setOnAction(event -> {
            model.reason().set(reason);
            chip.setSelected(true);
        });
        return chip;
    }

    /** Reasons are stable names; planning may know more of them than this bundle does. */
    private String reason(String reason) {
        String key = "exceptions.reason." + reason;
        if (texts.bundle().containsKey(key)) {
            return texts.get(key);
        }
        String plain = reason.replace('-', ' ');
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    @FXML
    void onOpenInOdoo() {
        PlanException chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onOpen.accept(chosen.sku());
        }
    }

    @FXML
    void onShowSku() {
        PlanException chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onShow.accept(chosen.sku());
        }
    }
}
