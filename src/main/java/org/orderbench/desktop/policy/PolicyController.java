package org.orderbench.desktop.policy;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.PolicyOverview;

/** Binds the policy screen to its model: three views, one at a time. */
public final class PolicyController {

    private final PolicyModel model;
    private final Texts texts;
    private final PolicyDialogs dialogs;
    private final SlicesView slicesView;
    private final LimitsView limitsView;
    private final HistoryView historyView;

    @FXML private ToggleButton slices;
    @FXML private ToggleButton limits;
    @FXML private ToggleButton history;
    @FXML private Label summary;
    @FXML private Button lock;
    @FXML private StackPane stage;

    public PolicyController(PolicyModel model, Frame frame, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        Words words = new Words(texts, formats);
        dialogs = new PolicyDialogs(model, frame, texts, formats, words);
        slicesView = new SlicesView(model, dialogs, texts, formats, words);
        limitsView = new LimitsView(model, dialogs, texts, formats);
        historyView = new HistoryView(texts, formats);
    }

    @FXML
    void initialize() {
        show(slices, slicesView);
        slices.setOnAction(event -> show(slices, slicesView));
        limits.setOnAction(event -> showLimits());
        history.setOnAction(event -> show(history, historyView));
        model.overview().subscribe(this::fill);
    }

    /** The ceilings and the try-out. */
    public void showLimits() {
        show(limits, limitsView);
    }

    private void show(ToggleButton chosen, Node view) {
        List.of(slices, limits, history).forEach(tab -> tab.setSelected(tab.equals(chosen)));
        stage.getChildren().setAll(view);
    }

    private void fill(@Nullable PolicyOverview now) {
        if (now == null) {
            return;
        }
        long unasked = now.policy().slices().stream().filter(slice -> slice.level().writesUnasked()).count();
        summary.setText(texts.get(unasked == 0 ? "policy.summary.nothing" : "policy.summary.some", now.policy().version(), unasked, now.policy().slices().size()));
        lock.setText(texts.get("policy.changed-by." + Words.key(now.rule())));
        slicesView.show(now);
        limitsView.show(now);
        historyView.show(now);
    }

    @FXML
    void onLock() {
        dialogs.askLock();
    }
}
