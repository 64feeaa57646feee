package org.orderbench.desktop.outbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Choice;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxEntry.Line;
import org.orderbench.writeback.OutboxState;

/** Binds the outbox to its model. */
public final class OutboxController {

    /** More of one vendor's drafts than a choice can show. */
    private static final int MOST_DRAFTS = 4;

    private final OutboxModel model;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectProperty<Situation> situation;

    @FXML private TableView<OutboxEntry> orders;
    @FXML private TableView<Line> lines;
    @FXML private Label title;
    @FXML private Label meaning;
    @FXML private Label reason;
    @FXML private Button open;
    @FXML private Button anyway;
    @FXML private Button redecide;
    @FXML private Button drop;
    @FXML private Button retry;
    @FXML private Button confirm;
    @FXML private Button withdraw;
    @FXML private Button join;
    @FXML private ToggleButton persons;
    @FXML private ScrollPane factsPane;
    @FXML private VBox facts;

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
        state.setPrefWidth(180);
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(column -> new StateBadge(texts));
        orders.getColumns().add(state);
        orders.getColumns().add(TextColumns.of("vendor", texts.get("outbox.column.vendor"), 180, OutboxEntry::vendorName));
        orders.getColumns().add(TextColumns.of("warehouse", texts.get("outbox.column.warehouse"), 105, OutboxEntry::warehouseName));
        orders.getColumns().add(TextColumns.right("lines", texts.get("outbox.column.lines"), 64, entry -> formats.count(entry.lines().size())));
        orders.getColumns().add(TextColumns.right("value", texts.get("outbox.column.value"), 105, entry -> formats.money(value(entry), entry.currency())));
        orders.getColumns().add(TextColumns.of("asked", texts.get("outbox.column.asked"), 135,
                entry -> texts.get(entry.confirm() ? "outbox.asked.confirm" : "outbox.asked.draft")));
        orders.getColumns().add(TextColumns.of("order", texts.get("outbox.column.order"), 90,
                entry -> entry.orderName() == null ? Formats.NONE : entry.orderName()));
        orders.getColumns().add(TextColumns.of("moved", texts.get("outbox.column.moved"), 155, entry -> formats.moment(entry.movedAt())));
        TableColumn<OutboxEntry, String> remark = TextColumns.of("reason", texts.get("outbox.column.reason"), 130, this::remark);
        orders.getColumns().add(remark);
        Letters.follow(orders);
        TextColumns.fill(orders, remark, 130);
        orders.setItems(model.entries());
        orders.setPlaceholder(new Blank("mdal-all_inbox", texts.get("outbox.empty.title"), texts.get("outbox.empty.text")));
        lines.getColumns().add(TextColumns.of("code", texts.get("outbox.column.code"), 80, Line::code));
        lines.getColumns().add(TextColumns.of("name", texts.get("outbox.column.name"), 260, Line::name));
        lines.getColumns().add(TextColumns.right("quantity", texts.get("outbox.column.quantity"), 85, line -> formats.quantity(line.quantity())));
        lines.getColumns().add(TextColumns.right("price", texts.get("outbox.column.price"), 80, line -> formats.price(line.unitPrice())));
        lines.getColumns().add(TextColumns.of("state", texts.get("outbox.column.state"), 150, line -> texts.get("outbox.state." + StateBadge.key(line.state()))));
        TableColumn<Line, String> why = TextColumns.of("reason", texts.get("outbox.column.reason"), 120, line -> line.reason() == null ? "" : texts.said(line.reason()));
        lines.getColumns().add(why);
        Letters.follow(lines);
        TextColumns.fill(lines, why, 120);
        Label noLines = new Label(texts.get("outbox.lines.none"));
        noLines.getStyleClass().add("muted");
        noLines.visibleProperty().bind(Bindings.isNotEmpty(model.entries()));
        lines.setPlaceholder(noLines);
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        FactsGrid grid = new FactsGrid(texts, formats);
        facts.getChildren().setAll(grid);
        factsPane.visibleProperty().bind(grid.visibleProperty());
        factsPane.managedProperty().bind(grid.visibleProperty());
        lines.getSelectionModel().selectedItemProperty().subscribe(
                line -> grid.show(line == null ? null : model.conflict(line.proposalLineId()).orElse(null)));
        orders.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.entries().addListener((ListChangeListener<OutboxEntry>) change -> {
            if (orders.getSelectionModel().isEmpty()) {
                orders.getSelectionModel().selectFirst();
            }
        });
        model.sought().subscribe(found -> {
            if (found != null) {
                orders.getSelectionModel().select(found);
                orders.scrollTo(found);
            }
        });
        persons.selectedProperty().bindBidirectional(model.personOnly());
        model.needPerson().subscribe(count -> persons.setText(texts.get("outbox.persons", count.intValue())));
    }

    /** Why it is where it is, or else why its first line is; while it can still be chosen, what colleagues have in draft for the same vendor. */
    private String remark(OutboxEntry entry) {
        if (entry.reason() != null) {
            return texts.said(entry.reason());
        }
        Optional<Line> told = entry.lines().stream().filter(line -> line.reason() != null).findFirst();
        if (told.isPresent() || entry.beside().isEmpty()) {
            return told.map(line -> texts.get("outbox.of-line", line.code(), texts.said(String.valueOf(line.reason())))).orElse("");
        }
        return entry.joins() == null ? texts.get("outbox.beside", entry.beside().getFirst().name()) : texts.get("outbox.joins", entry.joins());
    }

    private static BigDecimal value(OutboxEntry entry) {
        return entry.lines().stream().map(line -> line.unitPrice().multiply(line.quantity().value())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void show(@Nullable OutboxEntry entry) {
        title.setText(entry == null ? "" : entry.orderName() == null ? entry.vendorName() : texts.get("outbox.title", entry.orderName(), entry.vendorName()));
        meaning.setText(entry == null ? "" : meaning(entry));
        // in full: the column of the table has room for the beginning only
        String said = entry == null ? "" : remark(entry);
        reason.setText(said);
        reason.setVisible(!said.isEmpty());
        reason.setManaged(!said.isEmpty());
        open.setDisable(entry == null || entry.orderId() == null || situation.get().server() == null);
        if (entry == null) {
            lines.getItems().clear();
        } else {
            lines.getItems().setAll(entry.lines());
            lines.getSelectionModel().selectFirst();
        }
        boolean changed = entry != null && entry.lines().stream().anyMatch(line -> line.state() == OutboxState.CONFLICT);
        boolean parked = entry != null && entry.state() == OutboxState.PARKED;
        anyway.setDisable(!changed);
        redecide.setDisable(entry == null || !OutboxModel.needsPerson(entry));
        drop.setDisable(redecide.isDisable());
        retry.setDisable(!parked);
        confirm.setDisable(entry == null || !parked || !entry.confirm() || entry.orderId() == null);
        join.setDisable(entry == null || entry.beside().isEmpty());
        withdraw.setDisable(entry == null || entry.orderId() == null || !(parked || entry.state() == OutboxState.NOTED) || isFirm(entry));
    }

    private String meaning(OutboxEntry entry) {
        return texts.get("to approve".equals(entry.orderState()) ? "outbox.meaning.approval" : "outbox.meaning." + StateBadge.key(entry.state()));
    }

    /** Confirmed, locked, waiting for approval or cancelled there: no longer ours to take back. */
    private static boolean isFirm(OutboxEntry entry) {
        return entry.orderState() != null && !List.of("draft", "sent").contains(entry.orderState());
    }

    /** The chosen lines that wait for a person; all of the order's when none of the chosen does. */
    private List<Long> waiting(OutboxState... states) {
        List<OutboxState> wanted = List.of(states);
        List<Long> chosen = ids(lines.getSelectionModel().getSelectedItems(), wanted);
        return chosen.isEmpty() ? ids(lines.getItems(), wanted) : chosen;
    }

    private static List<Long> ids(List<Line> from, List<OutboxState> wanted) {
        return from.stream().filter(line -> wanted.contains(line.state())).map(Line::proposalLineId).toList();
    }

    @FXML
    void onAnyway() {
        model.sendAnyway(waiting(OutboxState.CONFLICT));
    }

    @FXML
    void onRedecide() {
        model.redecide(waiting(OutboxState.CONFLICT, OutboxState.PARKED));
    }

    @FXML
    void onDrop() {
        model.drop(waiting(OutboxState.CONFLICT, OutboxState.PARKED));
    }

    @FXML
    void onRetry() {
        chosen(model::retry);
    }

    @FXML
    void onConfirm() {
        chosen(model::confirmAnyway);
    }

    @FXML
    void onWithdraw() {
        OutboxEntry entry = orders.getSelectionModel().getSelectedItem();
        if (entry != null) {
            frame.overlay(new Choice(
                    texts.get(entry.joins() == null ? "outbox.withdraw.title" : "outbox.withdraw.joined.title", entry.orderName() == null ? entry.vendorName() : entry.orderName()),
                    List.of(
                            new Choice.Option(texts.get(entry.joins() == null ? "outbox.withdraw.do" : "outbox.withdraw.joined.do"), () -> model.withdraw(entry)),
                            new Choice.Option(texts.get("outbox.withdraw.keep"), () -> {})),
                    frame));
        }
    }

    @FXML
    void onJoin() {
        OutboxEntry entry = orders.getSelectionModel().getSelectedItem();
        if (entry == null || entry.beside().isEmpty()) {
            return;
        }
        List<Choice.Option> options = new ArrayList<>();
        for (OutboxEntry.Draft draft : entry.beside().subList(0, Math.min(MOST_DRAFTS, entry.beside().size()))) {
            options.add(new Choice.Option(
                    texts.get("outbox.join.option", draft.name(), draft.lines(), formats.money(draft.total(), entry.currency())), () -> model.join(entry, draft)));
        }
        options.add(new Choice.Option(texts.get("outbox.join.own"), entry.joins() == null ? () -> {} : () -> model.ownDraft(entry)));
        frame.overlay(new Choice(texts.get("outbox.join.title", entry.vendorName()), options, frame));
    }

    private void chosen(Consumer<OutboxEntry> action) {
        OutboxEntry entry = orders.getSelectionModel().getSelectedItem();
        if (entry != null) {
            action.accept(entry);
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
