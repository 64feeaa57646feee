package org.orderbench.desktop.connect;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.orderbench.desktop.common.DialogDress;
import org.orderbench.desktop.common.PassphraseAsker;
import org.orderbench.desktop.common.Texts;

/**
 * Asks in the window for the passphrase of the file with encrypted secrets, on computers without a keychain, and says why. Called on a background thread, which
 * waits for the answer; for several threads.
 */
public final class PassphraseDialog implements PassphraseAsker {

    private static final int SHORTEST = 10;
    private static final double WIDTH = 460;

    private final Window owner;
    private final Supplier<Texts> texts;
    private final Executor window;

    /** @param window puts a piece on the window thread */
    public PassphraseDialog(Window owner, Supplier<Texts> texts, Executor window) {
        this.owner = owner;
        this.texts = texts;
        this.window = window;
    }

    @Override
    public Optional<char[]> ask(Question question) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The window thread cannot wait for itself");
        }
        CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
        window.execute(() -> {
            Dialog<char[]> dialog = dialog(question);
            dialog.setOnHidden(event -> answer.complete(Optional.ofNullable(dialog.getResult())));
            dialog.show();
        });
        return answer.join();
    }

    /** On the window thread. */
    public Dialog<char[]> dialog(Question question) {
        Texts words = texts.get();
        boolean fresh = question == Question.CHOOSE;
        Dialog<char[]> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(words.get("passphrase.title"));
        ButtonType go = new ButtonType(words.get(fresh ? "passphrase.keep" : "passphrase.open"), ButtonData.OK_DONE);
        ButtonType not = new ButtonType(words.get(fresh ? "passphrase.keep-not" : "passphrase.not-now"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(go, not);

        PasswordField first = field("passphrase", words.get(fresh ? "passphrase.new" : "passphrase.field"));
        PasswordField again = field("again", words.get("passphrase.again"));
        VBox fields = new VBox(6, label(words.get(fresh ? "passphrase.choose.text" : "passphrase.open.text"), "text"), label(words.get(fresh ? "passphrase.new" : "passphrase.field"), "field-label"), first);
        fields.setPrefWidth(WIDTH);
        fields.setPadding(new Insets(20));
        Node button = dialog.getDialogPane().lookupButton(go);
        if (fresh) {
            Label hint = label("", "hint");
            hint.textProperty().bind(Bindings.createStringBinding(
                    () -> first.getText().length() < SHORTEST ? words.get("passphrase.short", SHORTEST)
                            : first.getText().equals(again.getText()) ? words.get("passphrase.lost") : words.get("passphrase.differ"),
                    first.textProperty(), again.textProperty()));
            fields.getChildren().addAll(label(words.get("passphrase.again"), "field-label"), again, hint);
            button.disableProperty().bind(Bindings.createBooleanBinding(
                    () -> first.getText().length() < SHORTEST || !first.getText().equals(again.getText()), first.textProperty(), again.textProperty()));
        } else {
            if (question == Question.OPEN_AGAIN) {
                fields.getChildren().add(label(words.get("passphrase.wrong"), "trouble"));
            }
            button.disableProperty().bind(first.textProperty().isEmpty());
        }
        dialog.getDialogPane().setContent(fields);
        DialogDress.as(owner, dialog.getDialogPane());
        dialog.setResultConverter(pressed -> {
            char[] typed = pressed == go ? first.getText().toCharArray() : null;
            first.clear();
            again.clear();
            return typed;
        });
        dialog.setOnShown(event -> first.requestFocus());
        return dialog;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMaxWidth(WIDTH);
        return label;
    }

    private static PasswordField field(String id, String name) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }
}
