package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.shell.Screen;

/** Whoever cannot see the window can use it: every control on every screen says what it is. */
class AccessibilityTest {

    @Test
    void everyControlHasANameToBeReadOut() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            for (Screen screen : Screen.values()) {
                List<Node> controls = window.ask(() -> {
                    window.shell.open(screen);
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    List<Node> found = new ArrayList<>();
                    collect(window.scene().getRoot(), found);
                    return found;
                });
                assertThat(controls).as(screen.name()).hasSizeGreaterThan(8)
                        .allSatisfy(control -> assertThat(name(control, controls)).as("name of %s on %s", control, screen).isNotBlank());
            }
        }
    }

    private static void collect(Node node, List<Node> found) {
        if (node instanceof Label label && label.getLabelFor() != null) {
            found.add(node);
        }
        boolean control = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof TableView || node instanceof ComboBoxBase;
        if (control && node.isVisible() && !(node.getParent() instanceof ComboBoxBase)
                && node.getStyleClass().stream().noneMatch(style -> style.equals("increment-button") || style.equals("decrement-button"))) {
            found.add(node);
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static String name(Node control, List<Node> all) {
        if (control.getAccessibleText() != null && !control.getAccessibleText().isBlank()) {
            return control.getAccessibleText();
        }
        for (Node other : all) {
            if (other instanceof Label label && control.equals(label.getLabelFor())) {
                return label.getText();
            }
        }
        return control instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
