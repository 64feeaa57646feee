import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The bundled Java. Its modules are not compressed: installers compress the whole better than jlink does each class
 * (23 MB against 39 MB in a .deb), and reading them at start costs less.
 */
final class RuntimeImage {

    private RuntimeImage() {}

    static Path link(Settings settings) throws IOException, InterruptedException {
        checkModules(settings);
        Path runtime = settings.out().resolve("runtime");
        Tool.run(List.of(Tool.jdk("jlink"),
                "--add-modules", String.join(",", settings.modules()),
                "--include-locales=" + settings.locales(),
                "--strip-debug", "--no-header-files", "--no-man-pages", "--compress=zip-0",
                "--output", runtime));
        Report.made(runtime);
        return runtime;
    }

    /**
     * The list in pom.xml is by hand, because jdeps sees no reflection; but whatever jdeps does see must be on it, so that a new library
     * which needs another module fails here and not on somebody's desk.
     */
    private static void checkModules(Settings settings) throws IOException, InterruptedException {
        String classPath = settings.lib().resolve("*").toString();
        String seen = Tool.run(List.of(Tool.jdk("jdeps"), "--ignore-missing-deps", "--multi-release", "25", "--print-module-deps",
                "--class-path", classPath, settings.lib().resolve("orderbench.jar"))).strip();
        TreeSet<String> missing = new TreeSet<>(List.of(seen.substring(seen.lastIndexOf('\n') + 1).strip().split(",")));
        settings.modules().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new BuildFailure("The program needs modules that the bundled runtime would lack: " + String.join(", ", missing)
                    + ". Add them to installer.modules in pom.xml.");
        }
    }
}
