import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache (JEP 483, 514, 515): classes loaded and linked, and what the virtual machine learnt of the program, kept from one
 * opening of the window on the demo company at packaging time. It belongs to exactly this runtime and these jars; should it not fit, Java starts without it, only slower.
 */
final class AotCache {

    private static final String NAME = "orderbench.aot";

    /**
     * Trained with the first compiler alone: what the second one did in training it would do again at each start, all at once, while the window is made. So it
     * comes when the program has run for a while, as it does without a cache; a start took half as long again otherwise.
     */
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1";

    /**
     * On a display where there is one, or a virtual one: the classes that draw on it are then in the cache too. Builds on the other systems may run where no window
     * can be opened, so they train without one.
     */
    private static final String DISPLAY = " -Dglass.platform=gtk";
    private static final String NO_DISPLAY = " -Dglass.platform=Headless -Dprism.order=sw";

    private AotCache() {}

    static void train(Settings settings, Path image) throws IOException, InterruptedException {
        Path cache = settings.platform().app(image).resolve(NAME);
        Path home = Files.createTempDirectory("orderbench-training");
        try {
            boolean linux = settings.platform() == Platform.LINUX;
            boolean shown = linux && System.getenv("DISPLAY") != null;
            boolean virtual = linux && !shown && Tool.present("xvfb-run") && Tool.present("xauth");
            List<Object> command = new ArrayList<>(virtual ? List.of("xvfb-run", "-a") : List.of());
            command.addAll(List.of(settings.platform().launcher(image), "rehearse", "--out", home.resolve("out")));
            Tool.run(Map.of("JAVA_TOOL_OPTIONS", OPTIONS + " -XX:AOTCacheOutput=" + cache + (shown || virtual ? DISPLAY : NO_DISPLAY)), command);
        } finally {
            Folders.delete(home);
        }
        if (!Files.isRegularFile(cache)) {
            throw new BuildFailure("The training round ended well but left no " + NAME + ".");
        }
        Report.made(cache);
        useFrom(settings.platform().app(image));
    }

    /**
     * A copy of the program without the cache, for the containers that compress no better than a zip: with it they would be larger than 75 MB. It starts
     * slower, and needs no other settings: each launcher's options come without the cache too.
     */
    static Path without(Settings settings, Path image) throws IOException, InterruptedException {
        Path lean = Files.createDirectories(settings.out().resolve("lean")).resolve(image.getFileName());
        Folders.delete(lean);
        Folders.copy(image, lean);
        Path app = settings.platform().app(lean);
        Files.delete(app.resolve(NAME));
        try (Stream<Path> files = Files.list(app)) {
            for (Path config : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".cfg"))::iterator) {
                Files.write(config, Files.readAllLines(config).stream().filter(line -> !line.contains("-XX:AOTCache=")).toList());
            }
        }
        Signing.image(settings, lean);
        return lean;
    }

    /** Every launcher has its own configuration file; the switch goes to the section of Java's options. */
    private static void useFrom(Path app) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            for (Path config : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".cfg"))::iterator) {
                List<String> lines = new ArrayList<>(Files.readAllLines(config));
                int section = lines.indexOf("[JavaOptions]");
                if (section < 0) {
                    throw new BuildFailure(config + " has no section [JavaOptions].");
                }
                lines.add(section + 1, "java-options=-XX:AOTCache=$APPDIR" + java.io.File.separator + NAME);
                Files.write(config, lines);
            }
        }
    }
}
