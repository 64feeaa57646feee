package org.orderbench.desktop.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.UpdatePlace;
import org.orderbench.desktop.common.UpdatePlace.Place;
import org.orderbench.update.BadUpdateSourceException;
import org.orderbench.update.UpdateStatus;

/** Where newer versions are announced, if anywhere, and whether there is one now. Nothing is ever installed from here. */
public final class UpdatesCard extends VBox {

    private final UpdatePlace updates;
    private final Tasks tasks;
    private final Texts texts;
    private final TextField address = new TextField();
    private final TextField key = new TextField();
    private final Button ask;
    private final Button off;
    private final Label standing = new Label();
    private boolean managed;

    public UpdatesCard(UpdatePlace updates, Tasks tasks, Texts texts) {
        this.updates = updates;
        this.tasks = tasks;
        this.texts = texts;
        getStyleClass().add("card");
        Label title = new Label(texts.get("updates.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("updates.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        GridPane fields = new GridPane();
        fields.getStyleClass().add("pairs");
        fields.addRow(0, label("updates.address", address), address);
        fields.addRow(1, label("updates.key", key), key);
        address.setId("updates-address");
        address.setPromptText("https://");
        key.setId("updates-key");
        GridPane.setHgrow(address, Priority.ALWAYS);
        GridPane.setHgrow(key, Priority.ALWAYS);
        ask = new Button(texts.get("updates.ask"));
        ask.setId("updates-ask");
        ask.setOnAction(event -> keepAndLook());
        ask.disableProperty().bind(address.textProperty().isEmpty());
        off = new Button(texts.get("updates.off"));
        off.setId("updates-off");
        off.setOnAction(event -> tasks.run(() -> {
            updates.askNowhere();
            return updates.now();
        }, now -> {
            show(now);
            standing.setText(texts.get("updates.nowhere"));
        }));
        standing.setId("updates-standing");
        standing.getStyleClass().add("hint");
        standing.setWrapText(true);
        getChildren().addAll(title, text, fields, new HBox(8, ask, off), standing);
        tasks.run(updates::now, this::show);
    }

    private Label label(String said, TextField field) {
        Label label = new Label(texts.get(said));
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return label;
    }

    private void show(Place now) {
        managed = now.managed();
        address.setText(now.address());
        key.setText(now.key());
        address.setEditable(!managed);
        key.setEditable(!managed);
        key.setDisable(managed);
        off.setDisable(managed || now.address().isEmpty());
        standing.setText(texts.get(managed ? "updates.managed" : now.address().isEmpty() ? "updates.nowhere" : "updates.daily"));
    }

    private void keepAndLook() {
        standing.setText(texts.get("updates.asking"));
        boolean settled = managed;
        String at = address.getText();
        String by = key.getText();
        tasks.run(() -> {
            if (!settled) {
                updates.ask(at, by);
            }
            return updates.look();
        }, status -> {
            off.setDisable(settled);
            standing.setText(said(status));
        }, failure -> {
            if (failure instanceof BadUpdateSourceException bad) {
                standing.setText(texts.get(bad.part() == BadUpdateSourceException.Part.ADDRESS ? "updates.bad.address" : "updates.bad.key"));
            } else {
                tasks.fail(failure);
            }
        });
    }

    private String said(UpdateStatus status) {
        return switch (status) {
            case UpdateStatus.Current current -> texts.get("updates.current");
            case UpdateStatus.Newer newer -> texts.get("updates.newer", newer.version().text(), newer.page().toString());
            case UpdateStatus.Unknown unknown -> texts.get("updates.unknown", texts.said(unknown.reason()));
        };
    }
}
