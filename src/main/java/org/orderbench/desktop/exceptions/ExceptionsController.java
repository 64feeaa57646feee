package org.orderbench.desktop.exceptions;

import atlantafx.base.controls.CustomTextField;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.PlanException;

/** Binds the exceptions screen to its model. */
public final class ExceptionsController {

    private final ExceptionsModel model;
    private final Texts texts;

    @FXML private CustomTextField search;
    @FXML private HBox reasons;
    @FXML private TableView<PlanException> table;

    public ExceptionsController(ExceptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        table.getColumns().add(TextColumns.of("code", texts.get("exceptions.column.code"), 110, PlanException::code));
        table.getColumns().add(TextColumns.of("name", texts.get("exceptions.column.name"), 320, PlanException::name));
        table.getColumns().add(TextColumns.of("reason", texts.get("exceptions.column.reason"), 190, found -> words(found.reason())));
        table.getColumns().add(TextColumns.of("detail", texts.get("exceptions.column.detail"), 680, PlanException::detail));
        table.setItems(model.shown());
        table.setPlaceholder(new Blank("mdal-done_all", texts.get("exceptions.empty.title"), texts.get("exceptions.empty.text")));
        model.reasons().subscribe(this::showReasons);
    }

    private void showReasons(Map<String, Long> counts) {
        reasons.getChildren().clear();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        reasons.getChildren().add(chip("", texts.get("exceptions.all", all)));
        counts.forEach((reason, count) -> reasons.getChildren().add(chip(reason, texts.get("exceptions.reason", words(reason), count))));
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
    private String words(String reason) {
        String key = "exceptions.reason." + reason;
        if (texts.bundle().containsKey(key)) {
            return texts.get(key);
        }
        String plain = reason.replace('-', ' ');
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
