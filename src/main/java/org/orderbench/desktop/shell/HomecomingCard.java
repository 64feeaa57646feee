package org.orderbench.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/** The summary after an outage, with the two things to do next. */
final class HomecomingCard extends VBox {

    private static final int SHOWN = 8;

    private final Button first;

    /**
     * @param send sends what waits
     * @param look shows the outbox
     */
    HomecomingCard(Homecoming home, Texts texts, Formats formats, Frame frame, Runnable send, Runnable look) {
        getStyleClass().addAll("overlay-card", "homecoming");
        Label title = new Label(texts.get("home.title"));
        title.getStyleClass().add("overlay-title");
        getChildren().addAll(title, wrapped(texts.get("home.waiting", home.lines(), home.orders())));
        getChildren().add(wrapped(texts.get("home.changed", home.changed().size())));
        for (Homecoming.Change change : home.changed().subList(0, Math.min(SHOWN, home.changed().size()))) {
            String stock = texts.get("home.stock", formats.quantity(change.then()), formats.quantity(change.now()));
            Label line = wrapped(texts.get("home.line", change.code(), change.name(), change.ordered() ? texts.get("home.ordered", stock) : stock));
            line.getStyleClass().add("home-line");
            getChildren().add(line);
        }
        if (home.changed().size() > SHOWN) {
            getChildren().add(wrapped(texts.get("home.more", home.changed().size() - SHOWN)));
        }
        Label promise = wrapped(texts.get("home.promise"));
        promise.getStyleClass().add("hint");
        Button sendNow = new Button(texts.get("home.send"));
        sendNow.getStyleClass().add("accent");
        sendNow.setOnAction(event -> {
            frame.closeOverlay();
            send.run();
        });
        Button lookFirst = new Button(texts.get("home.look"));
        lookFirst.setOnAction(event -> {
            frame.closeOverlay();
            look.run();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(promise, new HBox(8, space, lookFirst, sendNow));
        first = home.changed().isEmpty() ? sendNow : lookFirst;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    @Override
    public void requestFocus() {
        first.requestFocus();
    }
}
