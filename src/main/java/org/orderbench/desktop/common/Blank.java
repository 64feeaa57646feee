package org.orderbench.desktop.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where there is nothing to show: says why, and what to do. */
public final class Blank extends VBox {

    public Blank(String icon, String title, String text, Node... actions) {
        getStyleClass().add("blank");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add("blank-icon");
        Label head = new Label(title);
        head.getStyleClass().add("blank-title");
        Label body = new Label(text);
        body.getStyleClass().add("blank-text");
        body.setWrapText(true);
        getChildren().addAll(sign, head, body);
        getChildren().addAll(actions);
    }
}
