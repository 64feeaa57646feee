package org.orderbench.desktop.policy;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/** An overlay that asks for something: title, fields, what is wrong, and two buttons. */
class Card extends VBox {

    private final Label problem = new Label(null, new FontIcon("mdal-error"));
    private final HBox buttons = new HBox(8);
    final Texts texts;
    final Frame frame;

    Card(String title, Texts texts, Frame frame) {
        this.texts = texts;
        this.frame = frame;
        getStyleClass().addAll("overlay-card", "policy-card");
        Label head = new Label(title);
        head.getStyleClass().add("overlay-title");
        head.setWrapText(true);
        problem.getStyleClass().add("wrong-words");
        problem.setWrapText(true);
        problem.setVisible(false);
        problem.setManaged(false);
        getChildren().add(head);
    }

    /** Puts the problem's place and both buttons below what was added. */
    final void finish(String action, Runnable run) {
        Button cancel = new Button(texts.get("policy.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> frame.closeOverlay());
        buttons.getChildren().add(cancel);
        close(action, run);
    }

    /** The same with one button. */
    final void close(String action, Runnable run) {
        Button save = new Button(action);
        save.getStyleClass().add("accent");
        save.setId("card-save");
        save.setOnAction(event -> run.run());
        buttons.getChildren().add(save);
        buttons.getStyleClass().add("card-buttons");
        getChildren().addAll(problem, buttons);
    }

    /** Says why nothing was changed; the card stays. */
    final void refuse(String words) {
        problem.setText(words);
        problem.setVisible(true);
        problem.setManaged(true);
    }

    final <T extends Node> T named(String key, T field) {
        Label name = new Label(texts.get(key));
        name.setLabelFor(field);
        field.setAccessibleText(texts.get(key));
        getChildren().addAll(name, field);
        return field;
    }

    static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** What was typed; the field is emptied, the array is the caller's to wipe. */
    static char[] taken(PasswordField field) {
        char[] typed = field.getText().toCharArray();
        field.clear();
        return typed;
    }
}
