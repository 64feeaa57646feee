package org.orderbench.desktop.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.replenish.Closing;

/** The days on which a vendor, or we ourselves, are closed. */
final class ClosingsCard extends VBox {

    ClosingsCard(String about, List<Closing> closings, LocalDate today, Texts texts, Formats formats, Consumer<Closing> add, Consumer<Closing> remove) {
        getStyleClass().add("card");
        Label title = new Label(texts.get("planning.closings"));
        title.getStyleClass().add("card-title");
        Label text = new Label(about);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, text);
        for (Closing closing : closings) {
            Label days = new Label(texts.get("planning.closing", formats.fullDay(closing.from()), formats.fullDay(closing.to()), closing.reason()));
            days.setWrapText(true);
            days.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(days, Priority.ALWAYS);
            Button away = new Button(null, new FontIcon("mdal-delete_outline"));
            away.getStyleClass().addAll("flat", "button-icon");
            away.setAccessibleText(texts.get("planning.closing.remove", days.getText()));
            away.setTooltip(new Tooltip(away.getAccessibleText()));
            away.setOnAction(event -> remove.accept(closing));
            HBox line = new HBox(8, days, away);
            line.getStyleClass().add("setting-line");
            getChildren().add(line);
        }
        DatePicker from = day("planning.closing.from", today, texts);
        DatePicker to = day("planning.closing.to", today, texts);
        TextField reason = new TextField();
        reason.setId("closing-reason");
        reason.setPromptText(texts.get("planning.closing.reason"));
        reason.setAccessibleText(texts.get("planning.closing.reason"));
        Label problem = new Label();
        problem.getStyleClass().add("wrong-words");
        problem.setWrapText(true);
        problem.setManaged(false);
        Button save = new Button(texts.get("planning.closing.add"), new FontIcon("mdal-add"));
        save.setId("closing-add");
        save.setOnAction(event -> {
            LocalDate first = from.getValue();
            LocalDate last = to.getValue();
            boolean sound = first != null && last != null && !last.isBefore(first);
            problem.setText(sound ? "" : texts.get("planning.closing.wrong"));
            problem.setManaged(!sound);
            if (first != null && last != null && sound) {
                add.accept(new Closing(first, last, reason.getText().strip()));
            }
        });
        getChildren().addAll(new FlowPane(8, 8, from, to, reason, save), problem);
    }

    private static DatePicker day(String key, LocalDate today, Texts texts) {
        DatePicker picker = new DatePicker();
        picker.setId(key.replace('.', '-'));
        picker.setPromptText(texts.get(key));
        picker.setAccessibleText(texts.get(key));
        picker.setPrefWidth(150);
        picker.setDayCellFactory(cells -> new javafx.scene.control.DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isBefore(today));
            }
        });
        return picker;
    }
}
