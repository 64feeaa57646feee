package org.orderbench.schedule;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short message on the user's desktop: what an unattended round did. It is a courtesy: where none can be shown, the log says so, and that is all. */
public final class Notification {

    private static final Logger LOG = LoggerFactory.getLogger(Notification.class);

    /** Reads the words from the environment, so that nothing in them is run. */
    private static final String BALLOON = "Add-Type -AssemblyName System.Windows.Forms, System.Drawing; $n = New-Object System.Windows.Forms.NotifyIcon;"
            + " $n.Icon = [System.Drawing.SystemIcons]::Information; $n.Visible = $true;"
            + " $n.ShowBalloonTip(10000, $env:ORDERBENCH_TITLE, $env:ORDERBENCH_TEXT, 'Info'); Start-Sleep -Seconds 8; $n.Dispose()";

    private Notification() {}

    /** What shows it, and with which environment. */
    record Call(List<String> command, Map<String, String> environment) {}

    /** @param system {@code os.name} */
    static Call call(String system, String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return new Call(
                    List.of("powershell", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", BALLOON),
                    Map.of("ORDERBENCH_TITLE", title, "ORDERBENCH_TEXT", text));
        }
        return name.contains("mac")
                ? new Call(List.of(
                        "osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text), Map.of())
                : new Call(List.of("notify-send", "--app-name=Orderbench", "--", title, text), Map.of());
    }

    /** Never fails. */
    public static void show(String title, String text) {
        Call call = call(System.getProperty("os.name", ""), title, text);
        try {
            new SystemCommands().run(call.command(), call.environment());
        } catch (IOException e) {
            LOG.info("No notification could be shown: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
