package org.orderbench.desktop.policy;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.ChangeRule;

/** Both brakes on one card: on or off, why, what lifts it, and the one thing to do. */
public final class BrakeCard extends Card {

    private final BrakeModel model;
    private final Formats formats;
    private final VBox local = new VBox(6);
    private final VBox shared = new VBox(6);
    private final TextField why = new TextField();
    private final PasswordField passphrase = new PasswordField();

    public BrakeCard(BrakeModel model, Texts texts, Formats formats, Frame frame) {
        super(texts.get("brake.title"), texts, frame);
        this.model = model;
        this.formats = formats;
        getChildren().addAll(wrapped(texts.get("brake.text"), "muted"), local, shared);
        local.getStyleClass().add("brake-box");
        shared.getStyleClass().add("brake-box");
        named("brake.why", why);
        why.setPromptText(texts.get("brake.why.prompt"));
        why.setId("brake-why");
        VBox asked = new VBox(6, new Label(texts.get("brake.passphrase")), passphrase);
        passphrase.setPromptText(model.demo() ? texts.get("policy.passphrase.demo") : "");
        passphrase.setAccessibleText(texts.get("brake.passphrase"));
        getChildren().add(asked);
        close(texts.get("brake.done"), frame::closeOverlay);
        model.standing().subscribe(now -> {
            boolean asks = now.rule() == ChangeRule.PASSPHRASE;
            asked.setVisible(asks);
            asked.setManaged(asks);
            show(local, false, now.brakes().local(), true);
            show(shared, true, now.brakes().shared(), now.sharedRead());
        });
        model.read();
    }

    private void show(VBox box, boolean everybody, BrakeState state, boolean read) {
        String key = everybody ? "brake.everybody" : "brake.machine";
        boolean on = !(state instanceof BrakeState.Released);
        FontIcon sign = new FontIcon(on ? "mdmz-pan_tool" : "mdal-check_circle");
        sign.getStyleClass().add(on ? "check-failed" : "check-passed");
        Label head = new Label(texts.get(key), sign);
        head.getStyleClass().add("slice-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button pull = button(everybody ? "brake.pull.everybody" : "brake.pull.machine", () -> model.pull(everybody, why.getText(), this::refuse));
        pull.setId(everybody ? "brake-pull-everybody" : "brake-pull-machine");
        Button release = button(everybody ? "brake.release.everybody" : "brake.release.machine", () -> release(everybody));
        HBox top = new HBox(8, head, gap, on && read ? release : pull);
        top.getStyleClass().add("slice-head");
        box.getChildren().setAll(top);
        switch (state) {
            case BrakeState.Released released -> box.getChildren().add(wrapped(texts.get(read ? "brake.off" : "brake.asking"), "muted"));
            case BrakeState.Braked braked -> {
                box.getChildren().add(wrapped(texts.get("brake.cause." + Words.key(braked.cause())), "hint"));
                String reason = new BrakeWords(texts, formats).reason(braked);
                if (!reason.isEmpty()) {
                    box.getChildren().add(wrapped(reason, "sentence"));
                }
                box.getChildren().add(wrapped(texts.get("brake.by", braked.by(), formats.moment(braked.at())), "hint"));
                box.getChildren().add(wrapped(texts.get("brake.lifts", texts.get("brake.lifting." + Words.key(braked.cause()))), "muted"));
            }
            case BrakeState.Unreadable unreadable -> {
                box.getChildren().add(wrapped(texts.said(unreadable.words()), "sentence"));
                box.getChildren().add(wrapped(texts.get("brake.unreadable"), "muted"));
            }
        }
    }

    private void release(boolean everybody) {
        if (why.getText().isBlank()) {
            refuse(texts.get("brake.why.missing"));
            why.requestFocus();
            return;
        }
        model.release(everybody, why.getText().strip(), taken(passphrase), this::refuse);
    }

    @Override
    public void requestFocus() {
        why.requestFocus();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
