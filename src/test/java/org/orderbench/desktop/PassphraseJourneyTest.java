package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.PassphraseAsker.Question;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.connect.PassphraseDialog;

/** The passphrase of encrypted secrets is asked for in the window, and the thread that needs it gets what was typed. */
class PassphraseJourneyTest {

    private static final Texts ENGLISH = new Texts(Locale.UK);

    /** What a background thread gets when the user does this in the dialog. */
    private static Optional<String> asked(Stagehand window, Question question, Consumer<DialogPane> user) throws InterruptedException {
        Window owner = window.ask(() -> window.scene().getWindow());
        PassphraseDialog dialog = new PassphraseDialog(owner, () -> ENGLISH, piece -> call(() -> {
            piece.run();
            Parent shown = Window.getWindows().stream().filter(each -> each != owner && each.getScene().getRoot() instanceof DialogPane).findFirst().orElseThrow().getScene().getRoot();
            user.accept((DialogPane) shown);
        }));
        return dialog.ask(question).map(String::new);
    }

    private static void call(Runnable work) {
        try {
            Toolkit.call(() -> {
                work.run();
                return "";
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void type(DialogPane pane, String field, String words) {
        ((PasswordField) pane.lookup("#" + field)).setText(words);
    }

    private static Button button(DialogPane pane, ButtonData kind) {
        ButtonType type = pane.getButtonTypes().stream().filter(each -> each.getButtonData() == kind).findFirst().orElseThrow();
        return (Button) pane.lookupButton(type);
    }

    private static String words(DialogPane pane) {
        return pane.getContent().lookupAll(".label").stream().map(node -> ((Label) node).getText()).reduce("", (all, one) -> all + "\n" + one);
    }

    @Test
    void whoNeedsThePassphraseGetsWhatWasTyped() throws InterruptedException {
        try (Stagehand window = Stagehand.open(0, false)) {
            assertThat(asked(window, Question.OPEN, pane -> {
                assertThat(words(pane)).contains("encrypted file of this profile");
                assertThat(button(pane, ButtonData.OK_DONE).isDisabled()).isTrue();
                type(pane, "passphrase", "four unrelated words");
                button(pane, ButtonData.OK_DONE).fire();
            })).contains("four unrelated words");
            assertThat(asked(window, Question.OPEN, pane -> button(pane, ButtonData.CANCEL_CLOSE).fire())).as("not now").isEmpty();
            assertThat(asked(window, Question.OPEN_AGAIN, pane -> {
                assertThat(words(pane)).contains("not its passphrase");
                button(pane, ButtonData.CANCEL_CLOSE).fire();
            })).isEmpty();
        }
    }

    @Test
    void aNewOneIsLongEnoughAndTypedTwice() throws InterruptedException {
        try (Stagehand window = Stagehand.open(0, false)) {
            assertThat(asked(window, Question.CHOOSE, pane -> {
                Button keep = button(pane, ButtonData.OK_DONE);
                type(pane, "passphrase", "too short");
                type(pane, "again", "too short");
                assertThat(keep.isDisabled()).as("nine letters").isTrue();
                type(pane, "passphrase", "long enough");
                assertThat(keep.isDisabled()).as("not the same").isTrue();
                type(pane, "again", "long enough");
                assertThat(keep.isDisabled()).isFalse();
                keep.fire();
            })).contains("long enough");
        }
    }

    @Test
    void nothingTypedStaysBehind() throws InterruptedException {
        try (Stagehand window = Stagehand.open(0, false)) {
            Dialog<char[]> dialog = window.ask(() -> new PassphraseDialog(window.scene().getWindow(), () -> ENGLISH, Runnable::run).dialog(Question.OPEN));
            String left = window.ask(() -> {
                dialog.show();
                type(dialog.getDialogPane(), "passphrase", "four unrelated words");
                button(dialog.getDialogPane(), ButtonData.OK_DONE).fire();
                return ((PasswordField) dialog.getDialogPane().lookup("#passphrase")).getText();
            });
            assertThat(left).isEmpty();
        }
    }
}
