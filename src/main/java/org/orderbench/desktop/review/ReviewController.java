package org.orderbench.desktop.review;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Hint;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Reading;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.review.ReviewModel.Phase;

/** Binds the review screen to its model; decides nothing. */
public final class ReviewController {

    private final ReviewModel model;
    private final Texts texts;
    private final Formats formats;
    private final String currency;
    private final ReviewDialogs dialogs;
    private final ReviewExports exports;
    private final Trends trends;
    private final Preferences preferences;
    private final Tasks tasks;
    private final Frame frame;
    private final WorkbenchServices services;
    private @Nullable JoinOffer joins;
    private boolean focusWhenShown;

    @FXML private CustomTextField search;
    @FXML private FlowPane filters;
    @FXML private Button views;
    @FXML private Button columns;
    @FXML private Button files;
    @FXML private ToggleButton grouped;
    @FXML private TableView<Row> table;
    @FXML private StackPane placeholder;
    @FXML private Label summary;
    @FXML private Button clear;
    @FXML private Button joinDraft;
    @FXML private CheckBox confirm;
    @FXML private Button snooze;
    @FXML private Button reject;
    @FXML private Button approve;
    @FXML private StackPane detail;

    /** @param dialogs what is asked before something large happens */
    public ReviewController(ReviewModel model, WorkbenchServices services, Tasks tasks, Frame frame, Texts texts, Formats formats, ReviewDialogs dialogs, ReviewExports exports) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.currency = services.currency();
        this.dialogs = dialogs;
        this.exports = exports;
        this.preferences = services.preferences();
        this.tasks = tasks;
        this.frame = frame;
        this.services = services;
        this.trends = new Trends(services.skuViews(), tasks);
    }

    /** What the Odoo user may do bounds what is offered: without the right to confirm, orders are drafts. */
    public void allowConfirming(boolean may) {
        confirm.setDisable(!may);
        if (!may) {
            confirm.setSelected(false);
        }
    }

    @FXML
    void initialize() {
        ReviewGrid grid = new ReviewGrid(table, model, trends, texts, formats);
        GridMemory memory = new GridMemory(grid, model, preferences, tasks);
        GridMenus menus = new GridMenus(memory, grid, frame, texts);
        GridMenus.under(views, menus::fillViews);
        GridMenus.under(columns, menus::fillColumns);
        GridMenus.under(files, menu -> exports.fill(menu, grid, model));
        filters.prefWrapLengthProperty().bind(filters.widthProperty());
        new ReviewKeys(grid, model, search, dialogs).install();
        search.textProperty().bindBidirectional(model.search());
        grouped.selectedProperty().bindBidirectional(model.grouped());
        confirm.selectedProperty().bindBidirectional(model.decisions().confirm());
        for (QuickFilter filter : QuickFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        JoinOffer offer = new JoinOffer(joinDraft, model, services, tasks, frame, texts, formats);
        joins = offer;
        offer.sentence().subscribe(() -> showMarks(model.marks().get()));
        model.loaded().subscribe(trends::forget);
        model.marks().subscribe(this::showMarks);
        model.cursor().subscribe(row -> showMarks(model.marks().get()));
        model.phase().subscribe(this::showPhase);
        model.revision().subscribe(() -> showPhase(model.phase().get()));
        model.rows().addListener((ListChangeListener<Row>) change -> showMarks(model.marks().get()));
    }

    private ToggleButton chip(QuickFilter filter) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().addAll("chip", "chip-" + filter.name().toLowerCase(Locale.ROOT));
        chip.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(filter.key(), count(filter)), model.counts(), model.reading(), model.phase()));
        Hint.setText(chip, texts.get(filter.key() + ".hint"));
        model.filter().subscribe(now -> show(chip, filter));
        model.counts().subscribe(now -> show(chip, filter));
        chip.setOnAction(event -> {
            model.filter().set(filter);
            chip.setSelected(true);
        });
        return chip;
    }

    /** What isn't known is not said to be nothing. */
    private String count(QuickFilter filter) {
        return switch (model.phase().get()) {
            case LOADING -> "…";
            case FAILED -> Formats.NONE;
            case EMPTY, NOTHING_MATCHES, SHOWN -> model.reading().get() && model.loaded().get() == 0 ? "…" : formats.count(model.counts().get().getOrDefault(filter, 0));
        };
    }

    /** What some days do not have is there on the days that have it: ten buttons of which five say 0 are five too many. */
    private void show(ToggleButton chip, QuickFilter filter) {
        boolean chosen = model.filter().get() == filter;
        chip.setSelected(chosen);
        boolean there = filter.always() || chosen || model.counts().get().getOrDefault(filter, 0) > 0;
        chip.setVisible(there);
        chip.setManaged(there);
    }

    private void showMarks(Marks marks) {
        boolean none = marks.lines() == 0;
        approve.setDisable(none);
        reject.setDisable(none);
        snooze.setDisable(none);
        String value = formats.roundMoney(marks.value(), currency);
        approve.setText(none ? texts.get("review.approve") : texts.get("review.approve.lines", marks.lines(), value));
        int marked = model.marked();
        clear.setVisible(marked > 0);
        int hidden = marked == 0 ? 0 : model.markedOutOfSight();
        String said = joins == null || joins.sentence().get().isEmpty() ? texts.get("review.summary.hint") : joins.sentence().get();
        summary.setText(marked == 0 ? said : texts.get("review.summary.marked", marked, value)
                + (hidden == 0 ? "" : " · " + texts.get("review.summary.hidden", hidden))
                + (marks.complete() ? "" : " " + texts.get("review.summary.no-rate")));
    }

    private void showPhase(Phase phase) {
        table.setVisible(phase == Phase.SHOWN);
        Node blank = switch (phase) {
            case SHOWN -> null;
            case LOADING -> Reading.UNDER_WAY.blank(texts, "", "", "");
            case EMPTY -> new Blank("mdal-done_all", texts.get("review.empty.title"), texts.get("review.empty.text"));
            case NOTHING_MATCHES -> model.search().get().isBlank()
                    ? new Blank("mdal-done_all", texts.get("review.none.title"), texts.get("review.none.text"))
                    : new Blank("mdmz-search_off", texts.get("review.unmatched.title"), texts.get("review.unmatched.text", model.search().get()));
            case FAILED -> new Blank("mdal-cloud_off", texts.get("review.failed.title"), texts.get("review.failed.text"));
        };
        placeholder.getChildren().setAll(blank == null ? List.of() : List.of(blank));
        focusIfAsked();
    }

    /** Puts what another screen shows of the line under the cursor below the grid. */
    public void setDetail(Node node) {
        detail.getChildren().setAll(node);
    }

    /** What can wait until the rows are on the screen. */
    public void begin() {
        trends.begin();
    }

    /** Puts the keyboard into the grid. */
    public void focus() {
        focusWhenShown = !table.isVisible();
        table.requestFocus();
    }

    /** What isn't shown cannot be focused: the keyboard comes to the rows with them, unless somebody writes meanwhile. */
    private void focusIfAsked() {
        if (focusWhenShown && table.isVisible()) {
            focusWhenShown = false;
            if (table.getScene() != null && !(table.getScene().getFocusOwner() instanceof TextInputControl)) {
                table.requestFocus();
            }
        }
    }

    @FXML
    void onApprove() {
        table.requestFocus();
        dialogs.askApproval();
    }

    @FXML
    void onReject() {
        dialogs.askRejection();
    }

    @FXML
    void onSnooze() {
        dialogs.askSnooze();
    }

    @FXML
    void onClear() {
        model.clearMarks();
    }

    @FXML
    void onUndo() {
        model.decisions().undo();
    }

    @FXML
    void onRedo() {
        model.decisions().redo();
    }

    @FXML
    void onHelp() {
        dialogs.showKeys();
    }
}
