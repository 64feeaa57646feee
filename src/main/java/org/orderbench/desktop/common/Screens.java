package org.orderbench.desktop.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a screen's FXML with its words and its controller. */
public final class Screens {

    private final Texts texts;

    public Screens(Texts texts) {
        this.texts = texts;
    }

    /** @param controller made by the caller; its FXML has its name without {@code Controller} and lies beside it */
    public Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String file = type.getSimpleName().replace("Controller", "") + ".fxml";
        URL source = Objects.requireNonNull(type.getResource(file), file);
        FXMLLoader loader = new FXMLLoader(source, texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }
}
