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
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.review.ReviewModel.Phase;

/** Binds the review screen to its model; decides nothing. */
public final class ReviewController {

    private final ReviewModel model;
    private final Texts texts;
    private final Formats formats;
    private final String currency;
    private final ReviewDialogs dialogs;

    @FXML private CustomTextField search;
    @FXML private HBox filters;
    @FXML private ToggleButton grouped;
    @FXML private TableView<Row> table;
    @FXML private StackPane placeholder;
    @FXML private ProgressIndicator loading;
    @FXML private Label summary;
    @FXML private Button clear;
    @FXML private CheckBox confirm;
    @FXML private Button snooze;
    @FXML private Button reject;
    @FXML private Button approve;
    @FXML private StackPane detail;

    /** @param currency the company's, in which marked lines are summed up */
    public ReviewController(ReviewModel model, Texts texts, Formats formats, String currency, ReviewDialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.currency = currency;
        this.dialogs = dialogs;
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
        ReviewGrid grid = new ReviewGrid(table, model, texts, formats);
        new ReviewKeys(grid, model, search, dialogs).install();
        search.textProperty().bindBidirectional(model.search());
        grouped.selectedProperty().bindBidirectional(model.grouped());
        confirm.selectedProperty().bindBidirectional(model.confirm());
        for (QuickFilter filter : QuickFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        model.marks().subscribe(this::showMarks);
        model.cursor().subscribe(row -> showMarks(model.marks().get()));
        model.phase().subscribe(this::showPhase);
        model.rows().addListener((ListChangeListener<Row>) change -> showMarks(model.marks().get()));
    }

    private ToggleButton chip(QuickFilter filter) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().addAll("chip", "chip-" + filter.name().toLowerCase(Locale.ROOT));
        chip.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(filter.key(), model.counts().get().getOrDefault(filter, 0)), model.counts()));
        model.filter().subscribe(now -> chip.setSelected(now == filter));
        chip.setOnAction(event -> {
            model.filter().set(filter);
            chip.setSelected(true);
        });
        return chip;
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
        summary.setText(marked == 0 ? texts.get("review.summary.hint") : texts.get("review.summary.marked", marked, value)
                + (marks.complete() ? "" : " " + texts.get("review.summary.no-rate")));
    }

    private void showPhase(Phase phase) {
        loading.setVisible(phase == Phase.LOADING);
        table.setVisible(phase == Phase.SHOWN);
        Node blank = switch (phase) {
            case LOADING, SHOWN -> null;
            case EMPTY -> new Blank("mdal-done_all", texts.get("review.empty.title"), texts.get("review.empty.text"));
            case NOTHING_MATCHES -> model.search().get().isBlank()
                    ? new Blank("mdal-done_all", texts.get("review.none.title"), texts.get("review.none.text"))
                    : new Blank("mdmz-search_off", texts.get("review.unmatched.title"), texts.get("review.unmatched.text", model.search().get()));
            case FAILED -> new Blank("mdal-cloud_off", texts.get("review.failed.title"), texts.get("review.failed.text"));
        };
        placeholder.getChildren().setAll(blank == null ? List.of() : List.of(blank));
    }

    /** Puts what another screen shows of the line under the cursor below the grid. */
    public void setDetail(Node node) {
        detail.getChildren().setAll(node);
    }

    /** Puts the keyboard into the grid. */
    public void focus() {
        table.requestFocus();
    }

    @FXML
    void onApprove() {
        model.approve();
        table.requestFocus();
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
        table.refresh();
    }

    @FXML
    void onUndo() {
        model.undo();
    }

    @FXML
    void onRedo() {
        model.redo();
    }

    @FXML
    void onHelp() {
        dialogs.showKeys();
    }
}
