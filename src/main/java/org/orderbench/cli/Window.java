package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.desktop.Rehearsal;
import org.orderbench.desktop.Workbench;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.handover.Link;
import org.orderbench.handover.OpenWindow;
import org.orderbench.handover.WindowDoor;
import org.slf4j.LoggerFactory;

/** Opens the workbench, where there is a display to open it on. */
final class Window {

    private Window() {}

    /** Whether a window can be shown. Windows and macOS always have a display; elsewhere the environment names it. */
    static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") || system.contains("mac") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** A profile has one window: where it is open already, that one shows the link, and this process is done. */
    static void openOrRaise(GlobalOptions global, Terminal terminal, Optional<Link> link) {
        Home home = global.home();
        if (OpenWindow.show(home.folder(), link)) {
            terminal.say("The workbench is open already; it was brought to the front.");
            return;
        }
        needDisplay();
        // Three things at once: JavaFX starts, the cache is opened, and the window is made of what is known without the cache.
        Workbench workbench = Workbench.start();
        LoggerFactory.getLogger(Window.class); // Logging is set up by one thread, before there are several.
        try (Wiring wiring = Wiring.opening(home.cache()); Door door = new Door(home.folder())) {
            FileLog.startIn(home.logs());
            ServiceSource windows = wiring.windows();
            if (!windows.isKnown()) {
                windows.await();
            }
            open(workbench, windows, link, door::open);
            wiring.awaitOpen(); // Says why, where the window closed because the cache cannot be opened.
        }
    }

    private static void needDisplay() {
        if (!hasDisplay()) {
            throw new CommandFailedException("There is no display to open the workbench on. Each step is a command of its own: orderbench --help.");
        }
    }

    /** Without a door: no later start finds this window. Returns when it is closed. */
    static void open(ServiceSource windows) {
        needDisplay();
        open(Workbench.start(), windows, Optional.empty(), visitor -> {});
    }

    /** Opens it, whether there is a display or not, and has it close by itself. */
    static void rehearse(ServiceSource windows) {
        open(Workbench.start(), windows, Optional.empty(), visitor -> Rehearsal.closeWhenShown());
    }

    private static void open(Workbench workbench, ServiceSource windows, Optional<Link> first, Consumer<Consumer<Optional<Link>>> door) {
        try {
            workbench.open(windows, first, door);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnsupportedOperationException e) {
            throw new CommandFailedException("The display that DISPLAY or WAYLAND_DISPLAY names cannot be opened (" + e.getMessage()
                    + "). Start it from a desktop, or allow this user to use it. Each step is a command of its own: orderbench --help.");
        }
    }

    /** The profile's door, once the window is there. Without one, a second start opens a window of its own that can only look. */
    private static final class Door implements AutoCloseable {

        private final Path profile;
        private @Nullable WindowDoor open;
        private boolean closed;

        Door(Path profile) {
            this.profile = profile;
        }

        synchronized void open(Consumer<Optional<Link>> visitor) {
            if (closed) {
                return;
            }
            try {
                open = WindowDoor.open(profile, visitor);
            } catch (IOException e) {
                LoggerFactory.getLogger(Window.class).warn("Later starts and links will not find this window", e);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (open != null) {
                open.close();
            }
        }
    }
}
