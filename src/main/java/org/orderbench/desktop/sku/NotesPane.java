package org.orderbench.desktop.sku;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.SkuNote;

/** What buyers noted about the SKU, and a place to write. Ctrl+Enter keeps what was written. */
final class NotesPane extends VBox {

    private final Texts texts;
    private final Formats formats;
    private final TextArea input = new TextArea();
    private final VBox list = new VBox();

    /** @param onAdd hears a new remark */
    NotesPane(Texts texts, Formats formats, Consumer<String> onAdd) {
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("notes");
        list.getStyleClass().add("notes-list");
        input.setPromptText(texts.get("sku.notes.prompt"));
        input.setAccessibleText(texts.get("sku.notes.prompt"));
        input.setPrefRowCount(2);
        input.setWrapText(true);
        Button add = new Button(texts.get("sku.notes.add"));
        add.disableProperty().bind(input.textProperty().map(String::isBlank));
        add.setOnAction(event -> keep(onAdd));
        input.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                keep(onAdd);
                key.consume();
            }
        });
        getChildren().addAll(input, add, list);
    }

    private void keep(Consumer<String> onAdd) {
        String text = input.getText();
        input.clear();
        onAdd.accept(text);
    }

    void show(List<SkuNote> notes) {
        list.getChildren().clear();
        for (SkuNote note : notes) {
            Label head = new Label(texts.get("sku.notes.head", note.by(), formats.moment(note.at())));
            head.getStyleClass().add("note-head");
            Label text = new Label(note.text());
            text.setWrapText(true);
            VBox box = new VBox(head, text);
            box.getStyleClass().add("note");
            list.getChildren().add(box);
        }
    }
}
