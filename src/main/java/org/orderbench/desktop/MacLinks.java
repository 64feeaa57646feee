package org.orderbench.desktop;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.orderbench.handover.BadLinkException;
import org.orderbench.handover.Link;
import org.orderbench.handover.LinkFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * macOS tells the program that runs of a link or a file, where the other systems start it again. AWT passes that on to whoever asks, beside JavaFX too
 * (JDK-8354631); it has no windows of its own here.
 */
final class MacLinks {

    private MacLinks() {}

    /** Asked for when there is something to say: to set logging up takes as long as to start JavaFX, which is waited for. */
    private static Logger log() {
        return LoggerFactory.getLogger(MacLinks.class);
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    }

    /** Before AWT is used at all: without a display it hears of nothing. */
    static void prepare() {
        if (isMac()) {
            System.setProperty("java.awt.headless", "false");
        }
    }

    /** Does nothing on other systems. */
    static void tell(Consumer<Optional<Link>> visitor) {
        if (!isMac()) {
            return;
        }
        try {
            Desktop desktop = Desktop.getDesktop();
            desktop.setOpenURIHandler(event -> show(() -> Link.parse(event.getURI().toString()), visitor));
            desktop.setOpenFileHandler(event -> {
                for (File file : event.getFiles()) {
                    show(() -> LinkFile.read(file.toPath()), visitor);
                }
            });
        } catch (UnsupportedOperationException e) {
            log().warn("Links will not find this window", e);
        }
    }

    private interface Reading {
        Link read() throws IOException, BadLinkException;
    }

    private static void show(Reading reading, Consumer<Optional<Link>> visitor) {
        try {
            visitor.accept(Optional.of(reading.read()));
        } catch (IOException | BadLinkException e) {
            log().warn("A link was not followed: {}", e.getMessage());
        }
    }
}
