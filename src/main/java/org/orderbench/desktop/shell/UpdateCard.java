package org.orderbench.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.update.UpdateStatus;

/** What a newer version brings and where to read about it. It installs nothing. */
final class UpdateCard extends VBox {

    /** The version that this person wants to hear no more of. */
    static final String SKIPPED = "window.skipped-version";

    private final Button read;

    /** @param skip is run when no more shall be said of this version */
    UpdateCard(UpdateStatus.Newer newer, Texts texts, Frame frame, Runnable skip) {
        getStyleClass().addAll("overlay-card", "update-card");
        Label title = new Label(texts.get("update.title", newer.version().text()));
        title.getStyleClass().add("overlay-title");
        getChildren().add(title);
        if (!newer.summary().isEmpty()) {
            getChildren().add(wrapped(newer.summary()));
        }
        Label promise = wrapped(texts.get("update.promise"));
        promise.getStyleClass().add("hint");
        Label address = wrapped(newer.page().toString());
        address.getStyleClass().add("hint");
        read = new Button(texts.get("update.read"));
        read.getStyleClass().add("accent");
        read.setOnAction(event -> {
            frame.closeOverlay();
            frame.browse(newer.page().toString());
        });
        Button never = new Button(texts.get("update.skip"));
        never.setId("skip-version");
        never.setOnAction(event -> {
            frame.closeOverlay();
            skip.run();
        });
        Button later = new Button(texts.get("update.later"));
        later.setOnAction(event -> frame.closeOverlay());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(promise, address, new HBox(8, never, space, later, read));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    @Override
    public void requestFocus() {
        read.requestFocus();
    }
}
