package org.orderbench.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/** Five places of the window, one after the other, each in a light of its own with a sentence on what it is for. */
final class Tour extends Pane {

    private static final double GAP = 14;
    private static final double MARGIN = 16;

    /** @param selector finds what it is about; what isn't there is passed over */
    private record Stop(String key, String selector) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("list", "#table"), new Stop("approve", ".action-bar"), new Stop("why", ".detail"), new Stop("send", "#send"), new Stop("status", ".status-bar"));

    private final Texts texts;
    private final Node window;
    private final Frame frame;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button next = new Button();
    private final VBox card;
    private Shape shade = new Rectangle();
    private int at;

    /** @param window in which the places are looked up */
    Tour(Texts texts, Node window, Frame frame) {
        this.texts = texts;
        this.window = window;
        this.frame = frame;
        getStyleClass().add("tour");
        setAccessibleRole(AccessibleRole.DIALOG);
        title.getStyleClass().add("overlay-title");
        text.setWrapText(true);
        count.getStyleClass().add("hint");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> go(at + 1));
        Button skip = new Button(texts.get("tour.skip"));
        skip.getStyleClass().add("flat");
        skip.setOnAction(event -> frame.closeOverlay());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox actions = new HBox(8, count, space, skip, next);
        actions.getStyleClass().add("tour-actions");
        card = new VBox(6, title, text, actions);
        card.getStyleClass().addAll("overlay-card", "tour-card");
        getChildren().addAll(shade, card);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.LEFT) {
                go(Math.max(0, at + (key.getCode() == KeyCode.RIGHT ? 1 : -1)));
                key.consume();
            }
        });
        go(0);
    }

    private void go(int stop) {
        if (stop >= STOPS.size()) {
            frame.closeOverlay();
            return;
        }
        at = stop;
        title.setText(texts.get("tour." + STOPS.get(stop).key() + ".title"));
        text.setText(texts.get("tour." + STOPS.get(stop).key() + ".text"));
        count.setText(texts.get("tour.count", stop + 1, STOPS.size()));
        next.setText(texts.get(stop + 1 == STOPS.size() ? "tour.done" : "tour.next"));
        requestLayout();
    }

    @Override
    public void requestFocus() {
        next.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        Optional<Bounds> lit = Optional.ofNullable(window.lookup(STOPS.get(at).selector()))
                .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())));
        getChildren().remove(shade);
        Rectangle all = new Rectangle(getWidth(), getHeight());
        shade = lit.map(place -> Shape.subtract(all, new Rectangle(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()))).orElse(all);
        shade.getStyleClass().add("tour-shade");
        getChildren().addFirst(shade);
        double width = Math.min(420, getWidth() - 2 * MARGIN);
        double height = card.prefHeight(width);
        double x = lit.map(place -> place.getCenterX() - width / 2).orElse((getWidth() - width) / 2);
        double y = lit.map(place -> besides(place, height)).orElse((getHeight() - height) / 2);
        card.resizeRelocate(
                Math.clamp(x, MARGIN, Math.max(MARGIN, getWidth() - width - MARGIN)), Math.clamp(y, MARGIN, Math.max(MARGIN, getHeight() - height - MARGIN)),
                width, height);
    }

    /** Below the place, above it, or where neither fits within it. */
    private double besides(Bounds place, double height) {
        if (place.getMaxY() + GAP + height + MARGIN <= getHeight()) {
            return place.getMaxY() + GAP;
        }
        return place.getMinY() - GAP - height >= MARGIN ? place.getMinY() - GAP - height : place.getMaxY() - GAP - height;
    }
}
