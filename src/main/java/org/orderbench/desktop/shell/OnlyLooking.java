package org.orderbench.desktop.shell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import org.orderbench.desktop.common.Hint;
import org.orderbench.desktop.common.Situation;

/**
 * Greys what would change something, in a window that can only look because another instance has the profile open. What it misses is refused by the cache, with
 * the same words; this is so that nobody is led to try.
 */
final class OnlyLooking {

    private static final List<String> OF_THE_FRAME = List.of("sync", "plan", "send", "brake");
    private static final Map<Screen, List<String>> OF_SCREENS = Map.of(
            Screen.REVIEW, List.of("approve", "reject", "snooze", "confirm", "joinDraft"),
            Screen.OUTBOX, List.of("anyway", "redecide", "drop", "retry", "confirm", "join", "withdraw"),
            Screen.POLICY, List.of("lock", "add-slice", "make-slice", "slice-up", "slice-down", "slice-edit", "slice-remove", "lower", "raise", "save-limits"),
            Screen.SETTINGS, List.of("again"));

    private final ReadOnlyObjectProperty<Situation> situation;

    OnlyLooking(Node frame, ReadOnlyObjectProperty<Situation> situation) {
        this.situation = situation;
        watch(frame, OF_THE_FRAME);
    }

    /** @return the screen */
    Node watch(Screen screen, Node node) {
        watch(node, OF_SCREENS.getOrDefault(screen, List.of()));
        return node;
    }

    /** A profile that one can only look at stays so until the window is opened anew. */
    private void watch(Node node, Collection<String> ids) {
        situation.subscribe(now -> {
            if (now.looking() && !Boolean.TRUE.equals(node.getProperties().put(OnlyLooking.class, true))) {
                hold(node, ids, String.valueOf(now.problem()));
            }
        });
    }

    private static void hold(Node within, Collection<String> ids, String why) {
        if (within instanceof ButtonBase button && ids.contains(String.valueOf(button.getId()))) {
            close(button, why);
        }
        below(within).forEach(child -> hold(child, ids, why));
        if (within instanceof Pane pane) { // some screens make their buttons anew with what they show
            pane.getChildren().addListener((ListChangeListener<Node>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(child -> hold(child, ids, why));
                }
            });
        }
    }

    /** What lies in a node, also before it was drawn for the first time. */
    private static List<? extends Node> below(Node node) {
        return switch (node) {
            case SplitPane pane -> pane.getItems();
            case ScrollPane pane when pane.getContent() != null -> List.of(pane.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable();
            default -> List.of();
        };
    }

    private static void close(ButtonBase button, String why) {
        Hint.setText(button, why);
        // Whatever else would open it, a binding or a call, it stays closed.
        button.disableProperty().subscribe(closed -> {
            if (!closed) {
                button.disableProperty().unbind();
                button.setDisable(true);
            }
        });
    }
}
