package org.orderbench.desktop.outbox;

import java.math.BigDecimal;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxEntry.Line;

/** Binds the outbox to its model. */
public final class OutboxController {

    private final OutboxModel model;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectProperty<Situation> situation;

    @FXML private TableView<OutboxEntry> orders;
    @FXML private TableView<Line> lines;
    @FXML private Label title;
    @FXML private Label meaning;
    @FXML private Button open;

    public OutboxController(OutboxModel model, Frame frame, Texts texts, Formats formats, ReadOnlyObjectProperty<Situation> situation) {
        this.model = model;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        this.situation = situation;
    }

    @FXML
    void initialize() {
        TableColumn<OutboxEntry, OutboxEntry> state = new TableColumn<>(texts.get("outbox.column.state"));
        state.setPrefWidth(190);
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(column -> new StateBadge(texts));
        orders.getColumns().add(state);
        orders.getColumns().add(TextColumns.of("vendor", texts.get("outbox.column.vendor"), 220, OutboxEntry::vendorName));
        orders.getColumns().add(TextColumns.of("warehouse", texts.get("outbox.column.warehouse"), 130, OutboxEntry::warehouseName));
        orders.getColumns().add(TextColumns.right("lines", texts.get("outbox.column.lines"), 70, entry -> formats.count(entry.lines().size())));
        orders.getColumns().add(TextColumns.right("value", texts.get("outbox.column.value"), 120, entry -> formats.money(value(entry), entry.currency())));
        orders.getColumns().add(TextColumns.of("asked", texts.get("outbox.column.asked"), 130,
                entry -> texts.get(entry.confirm() ? "outbox.asked.confirm" : "outbox.asked.draft")));
        orders.getColumns().add(TextColumns.of("order", texts.get("outbox.column.order"), 110,
                entry -> entry.orderName() == null ? Formats.NONE : entry.orderName()));
        orders.getColumns().add(TextColumns.of("moved", texts.get("outbox.column.moved"), 160, entry -> formats.moment(entry.movedAt())));
        orders.getColumns().add(TextColumns.of("reason", texts.get("outbox.column.reason"), 330, entry -> entry.reason() == null ? "" : entry.reason()));
        orders.setItems(model.entries());
        orders.setPlaceholder(new Blank("mdal-all_inbox", texts.get("outbox.empty.title"), texts.get("outbox.empty.text")));
        lines.getColumns().add(TextColumns.of("code", texts.get("outbox.column.code"), 100, Line::code));
        lines.getColumns().add(TextColumns.of("name", texts.get("outbox.column.name"), 340, Line::name));
        lines.getColumns().add(TextColumns.right("quantity", texts.get("outbox.column.quantity"), 90, line -> formats.quantity(line.quantity())));
        lines.getColumns().add(TextColumns.right("price", texts.get("outbox.column.price"), 100, line -> formats.figure(line.unitPrice())));
        lines.getColumns().add(TextColumns.of("state", texts.get("outbox.column.state"), 170, line -> texts.get("outbox.state." + StateBadge.key(line.state()))));
        lines.getColumns().add(TextColumns.of("reason", texts.get("outbox.column.reason"), 330, line -> line.reason() == null ? "" : line.reason()));
        lines.setPlaceholder(new Label(texts.get("outbox.lines.none")));
        orders.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.entries().addListener((ListChangeListener<OutboxEntry>) change -> {
            if (orders.getSelectionModel().isEmpty()) {
                orders.getSelectionModel().selectFirst();
            }
        });
    }

    private static BigDecimal value(OutboxEntry entry) {
        return entry.lines().stream().map(line -> line.unitPrice().multiply(line.quantity().value())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void show(@Nullable OutboxEntry entry) {
        title.setText(entry == null ? "" : entry.orderName() == null ? entry.vendorName() : texts.get("outbox.title", entry.orderName(), entry.vendorName()));
        meaning.setText(entry == null ? "" : texts.get("outbox.meaning." + StateBadge.key(entry.state())));
        open.setDisable(entry == null || entry.orderId() == null || situation.get().server() == null);
        if (entry == null) {
            lines.getItems().clear();
        } else {
            lines.getItems().setAll(entry.lines());
        }
    }

    @FXML
    void onOpen() {
        OutboxEntry entry = orders.getSelectionModel().getSelectedItem();
        ServerInfo server = situation.get().server();
        if (entry != null && entry.orderId() != null && server != null) {
            frame.browse(server.orderLink(entry.orderId()));
        }
    }
}
