package org.orderbench.cli;

import java.util.Locale;
import org.orderbench.desktop.Workbench;
import org.orderbench.desktop.common.ServiceSource;

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

    /** Returns when the window is closed. */
    static void open(ServiceSource windows) {
        if (!hasDisplay()) {
            throw new CommandFailedException("There is no display to open the workbench on. Each step is a command of its own: orderbench --help.");
        }
        try {
            Workbench.open(windows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
