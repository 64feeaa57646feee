package org.orderbench.desktop.common;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/** Our own letters, so that the window looks the same on every machine and figures stand under each other. */
public final class Fonts {

    public static final String FAMILY = "Orderbench Sans";

    private static final List<String> FILES = List.of("OrderbenchSans-Regular.otf", "OrderbenchSans-Bold.otf");

    private Fonts() {}

    /** Makes the letters known to JavaFX, once a process. On any thread, before anything is measured. */
    public static void load() {
        Objects.requireNonNull(Window.LETTERS);
    }

    /** Loaded by the first who asks. */
    private static final class Window {

        static final List<Font> LETTERS = FILES.stream().map(Window::register).toList();

        private static Font register(String file) {
            try (InputStream letters = open(file)) {
                return Objects.requireNonNull(Font.loadFont(letters, 12), file);
            } catch (IOException broken) {
                throw new UncheckedIOException(file, broken);
            }
        }
    }

    /** Makes them known to AWT too, in whose terms charts name their fonts. AWT takes its time to find all fonts there are: only before the first chart. */
    public static void loadForCharts() {
        Objects.requireNonNull(Charts.LETTERS);
    }

    /** Loaded by the first who asks. */
    private static final class Charts {

        static final List<java.awt.Font> LETTERS = FILES.stream().map(Charts::register).toList();

        private static java.awt.Font register(String file) {
            try (InputStream letters = open(file)) {
                java.awt.Font font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, letters);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font;
            } catch (IOException broken) {
                throw new UncheckedIOException(file, broken);
            } catch (FontFormatException broken) {
                throw new IllegalStateException(file, broken);
            }
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream("/org/orderbench/desktop/fonts/" + file), file);
    }
}
