package org.orderbench.desktop.policy;

import java.util.List;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/** Asks before the policy changes: what, why, and the passphrase where it takes one. */
final class ChangeCard extends Card {

    /** Hears the reason and the passphrase, which it wipes. */
    interface Save {
        void with(String why, char[] passphrase);
    }

    private final TextArea reason = new TextArea();
    private final @Nullable PasswordField passphrase;
    private Save save = (why, typed) -> {};

    ChangeCard(String title, List<String> lines, String why, boolean asksPassphrase, boolean demo, Texts texts, Frame frame) {
        super(title, texts, frame);
        lines.forEach(line -> getChildren().add(wrapped("• " + line, "change-line")));
        named("policy.why", reason).setId("change-reason");
        reason.setText(why);
        reason.setPrefRowCount(why.length() > 160 ? 4 : 2);
        reason.setWrapText(true);
        passphrase = asksPassphrase ? named("policy.passphrase", new PasswordField()) : null;
        if (passphrase == null) {
            getChildren().add(wrapped(texts.get("policy.administrator.hint"), "hint"));
        } else {
            passphrase.setId("change-passphrase");
            passphrase.setPromptText(demo ? texts.get("policy.passphrase.demo") : "");
        }
        finish(texts.get("policy.save"), this::save);
    }

    void setOnSave(Save action) {
        save = action;
    }

    private void save() {
        if (reason.getText().isBlank()) {
            refuse(texts.get("policy.why.missing"));
            reason.requestFocus();
            return;
        }
        save.with(reason.getText().strip(), passphrase == null ? new char[0] : taken(passphrase));
    }

    @Override
    public void requestFocus() {
        reason.requestFocus();
    }
}
