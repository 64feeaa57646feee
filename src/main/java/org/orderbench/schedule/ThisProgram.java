package org.orderbench.schedule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this program is started again: by its installed launcher, or by Java with the same class path. */
public final class ThisProgram {

    private ThisProgram() {}

    public static List<String> command() {
        return command(System.getProperty("jpackage.app-path"), ProcessHandle.current().info().command(), System.getProperty("java.class.path", ""));
    }

    /** @param launcher the installed program, which the packaged Java names; null if it was started otherwise */
    static List<String> command(@Nullable String launcher, Optional<String> java, String classPath) {
        if (launcher != null) {
            // On Windows the window's launcher has no console; its sibling has.
            Path console = Path.of(launcher).resolveSibling("orderbench-cli.exe");
            return List.of(Files.exists(console) ? console.toString() : launcher);
        }
        return List.of(java.orElse("java"), "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "org.orderbench.Main");
    }
}
