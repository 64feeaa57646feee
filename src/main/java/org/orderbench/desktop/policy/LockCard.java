package org.orderbench.desktop.policy;

import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.UserRights;

/** Asks who may change the policy from now on. */
final class LockCard extends Card {

    /** Hears the rule and both passphrases, which it wipes. */
    interface Save {
        void with(ChangeRule rule, char[] wanted, char[] passphrase);
    }

    private Save save = (rule, wanted, typed) -> {};

    LockCard(ChangeRule now, @Nullable UserRights rights, Texts texts, Frame frame) {
        super(texts.get("policy.lock.title"), texts, frame);
        ToggleGroup group = new ToggleGroup();
        RadioButton administrator = new RadioButton(texts.get("policy.lock.administrator"));
        RadioButton phrase = new RadioButton(texts.get("policy.lock.passphrase"));
        administrator.setToggleGroup(group);
        phrase.setToggleGroup(group);
        (now == ChangeRule.ADMINISTRATOR ? administrator : phrase).setSelected(true);
        getChildren().addAll(administrator, phrase);
        PasswordField wanted = named("policy.lock.new", new PasswordField());
        wanted.disableProperty().bind(phrase.selectedProperty().not());
        PasswordField present = now == ChangeRule.PASSPHRASE ? named("policy.lock.present", new PasswordField()) : new PasswordField();
        if (now == ChangeRule.ADMINISTRATOR) {
            getChildren().add(wrapped(texts.get(
                    rights == null ? "policy.lock.unknown" : rights.purchaseManager() ? "policy.lock.you-may" : "policy.lock.you-may-not"), "hint"));
        }
        finish(texts.get("policy.lock.save"), () ->
                save.with(phrase.isSelected() ? ChangeRule.PASSPHRASE : ChangeRule.ADMINISTRATOR, taken(wanted), taken(present)));
    }

    void setOnSave(Save action) {
        save = action;
    }
}
