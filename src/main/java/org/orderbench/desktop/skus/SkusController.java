package org.orderbench.desktop.skus;

import atlantafx.base.controls.CustomTextField;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.SkuStatus;

/** Binds the list of SKUs to its model. */
public final class SkusController {

    private static final double LEAST_STATE = 150;

    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

    private final SkusModel model;
    private final Texts texts;
    private final Formats formats;
    private final Consumer<Sku> onOpen;

    @FXML private CustomTextField search;
    @FXML private FlowPane filters;
    @FXML private TableView<SkuStatus> table;
    @FXML private Button open;
    @FXML private StackPane detail;

    /** @param onOpen opens a product in Odoo */
    public SkusController(SkusModel model, Texts texts, Formats formats, Consumer<Sku> onOpen) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.onOpen = onOpen;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        for (SkuFilter filter : SkuFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        SortedList<SkuStatus> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(32);
        words("code", 100, SkuStatus::code);
        words("name", 270, SkuStatus::name);
        words("warehouse", 110, SkuStatus::warehouseName);
        words("vendor", 180, status -> status.vendorName() == null ? Formats.NONE : status.vendorName());
        words("class", 60, status -> status.valueClass().name());
        figure("stock", 85, SkuStatus::onHand, formats::quantity);
        figure("incoming", 90, SkuStatus::incoming, this::quantity);
        figure("weekly", 90, SkuStatus::weekly, formats::rate);
        figure("cover", 85, SkuStatus::daysOfCover, days -> days > 999 ? texts.get("skus.cover.long") : texts.get("unit.days", Math.round(days)));
        figure("order", 85, SkuStatus::quantity, this::quantity);
        words("state", LEAST_STATE, this::state);
        Letters.follow(table);
        table.widthProperty().subscribe(this::fill);
        table.setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable SkuStatus item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(URGENT, item != null && item.urgent());
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(model.cursor()::set);
        model.cursor().subscribe(this::select);
        open.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        model.reading().subscribe(reading -> table.setPlaceholder(
                reading.blank(texts, "mdmz-search_off", texts.get("skus.empty.title"), texts.get("skus.empty.text"))));
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getText().equals("/")) {
                search.requestFocus();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                onOpenInOdoo();
                key.consume();
            }
        });
    }

    /** The state takes what the other columns leave beside the scroll bar. */
    private void fill() {
        TableColumn<SkuStatus, ?> state = table.getColumns().getLast();
        double others = table.getColumns().stream().filter(column -> !column.equals(state)).mapToDouble(TableColumn::getWidth).sum();
        state.setPrefWidth(Math.max(LEAST_STATE, table.getWidth() - others - 18));
    }

    private ToggleButton chip(SkuFilter filter) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("chip");
        chip.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(filter.key(), model.counts().get().getOrDefault(filter, 0)), model.counts()));
        model.filter().subscribe(now -> chip.setSelected(now == filter));
        chip.setOnAction(event -> {
            model.filter().set(filter);
            chip.setSelected(true);
        });
        return chip;
    }

    private void words(String id, double width, Function<SkuStatus, String> text) {
        add(id, width, text, words -> words, String.CASE_INSENSITIVE_ORDER, "col-" + id);
    }

    private <V extends Comparable<? super V>> void figure(String id, double width, Function<SkuStatus, @Nullable V> value, Function<V, String> text) {
        add(id, width, value, text, Comparator.nullsLast(Comparator.naturalOrder()), "right");
    }

    private <V> void add(String id, double width, Function<SkuStatus, @Nullable V> value, Function<V, String> text, Comparator<V> order, String style) {
        TableColumn<SkuStatus, V> column = new TableColumn<>(texts.get("skus.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.getStyleClass().add(style);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(of -> new TableCell<>() {
            {
                getStyleClass().add("col-" + id);
            }

            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item == null ? Formats.NONE : text.apply(item));
            }
        });
        table.getColumns().add(column);
    }

    private String quantity(Quantity quantity) {
        return quantity.isZero() ? Formats.NONE : formats.quantity(quantity);
    }

    /** What is to be said of it in a word. */
    private String state(SkuStatus status) {
        return status.leftOut() != null ? reason(status.leftOut())
                : texts.get(status.urgent() ? "skus.state.urgent" : status.quantity().isPositive() ? "skus.state.order"
                : status.onHand().isPositive() ? "skus.state.fine" : "skus.state.out");
    }

    private String reason(String reason) {
        String key = "exceptions.reason." + reason;
        return texts.bundle().containsKey(key) ? texts.get(key) : texts.get("skus.state.left-out");
    }

    private void select(@Nullable SkuStatus status) {
        if (status != null && !status.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(status);
            table.scrollTo(status);
        }
    }

    /** Puts what another screen shows of the chosen SKU below the list. */
    public void setDetail(Node node) {
        detail.getChildren().setAll(node);
    }

    public void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    @FXML
    void onOpenInOdoo() {
        SkuStatus chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onOpen.accept(chosen.sku());
        }
    }
}
