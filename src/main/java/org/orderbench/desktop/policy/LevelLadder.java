package org.orderbench.desktop.policy;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.orderbench.policy.AuthorityLevel;

/** The four levels as steps, filled up to the slice's: how far it may go, seen at a glance. */
final class LevelLadder extends HBox {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final PseudoClass UNASKED = PseudoClass.getPseudoClass("unasked");

    private static final double STEP = 110;

    /** @param large with every level named, else the slice's own alone */
    LevelLadder(AuthorityLevel level, Words words, boolean large) {
        getStyleClass().addAll("ladder", large ? "ladder-large" : "ladder-small");
        setAccessibleText(words.level(level));
        for (AuthorityLevel step : AuthorityLevel.values()) {
            if (large) {
                Label name = new Label(words.level(step));
                name.getStyleClass().add("ladder-step");
                mark(name, step, level);
                // In two lines where a narrow window needs them.
                name.setWrapText(true);
                name.setTextAlignment(TextAlignment.CENTER);
                name.setMinWidth(STEP);
                name.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
                setHgrow(name, Priority.ALWAYS);
                getChildren().add(name);
            } else {
                Region dot = new Region();
                dot.getStyleClass().add("ladder-dot");
                mark(dot, step, level);
                getChildren().add(dot);
            }
        }
        if (!large) {
            Label name = new Label(words.level(level));
            name.getStyleClass().add("ladder-name");
            name.pseudoClassStateChanged(UNASKED, level.writesUnasked());
            getChildren().add(name);
        }
    }

    private static void mark(Node node, AuthorityLevel step, AuthorityLevel level) {
        node.pseudoClassStateChanged(FILLED, step.compareTo(level) <= 0);
        node.pseudoClassStateChanged(UNASKED, step.writesUnasked());
    }
}
