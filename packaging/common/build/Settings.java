import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Maven asks for.
 *
 * @param lib the program's jars, {@code orderbench.jar} among them
 * @param out where installers go; emptied first
 * @param project the folder of {@code pom.xml}, with {@code icons} and {@code packaging} in it
 * @param version numbers and dots only, as the packagers of all systems want it
 * @param modules the Java modules of the bundled runtime
 * @param locales the locales whose formats the runtime knows, beside the root
 * @param javaOptions switches for every start of the program
 * @param notices folder of generated licence texts and the SBOM, put into the package
 * @param wanted the kinds of installer to build by their suffix, {@code portable} among them, or {@code all}
 */
record Settings(Path lib, Path out, Path project, String version, String mainClass, List<String> modules, String locales,
        List<String> javaOptions, Path notices, List<String> wanted, Platform platform) {

    static Settings parse(String[] args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            values.put(args[i], args[i + 1]);
        }
        String version = value(values, "--version").replace("-SNAPSHOT", "");
        if (!version.matches("\\d+(\\.\\d+){0,2}")) {
            throw new BuildFailure("Version \"" + version + "\" is not one to three numbers with dots; installers cannot carry it.");
        }
        Path lib = Path.of(value(values, "--lib"));
        if (!Files.isRegularFile(lib.resolve("orderbench.jar"))) {
            throw new BuildFailure("No orderbench.jar in " + lib + ". Run mvn package first, or mvn -Pinstaller, which does.");
        }
        return new Settings(lib, Path.of(value(values, "--out")), Path.of(value(values, "--project")), version,
                value(values, "--main-class"), List.of(value(values, "--modules").strip().split("[\\s,]+")), value(values, "--locales"),
                List.of(value(values, "--java-options").strip().split("\\s+")), Path.of(value(values, "--notices")),
                List.of(value(values, "--types").strip().split("[\\s,]+")), Platform.current());
    }

    /** Whether to build this kind: all kinds, or those that were named. */
    boolean wants(String suffix) {
        return wanted.contains("all") || wanted.contains(suffix);
    }

    /** Resources that override what jpackage would generate for this system. */
    Path resources() {
        return project.resolve("packaging").resolve(platform.folder());
    }

    /** The icons of all sizes and kinds, as {@link Icons} made them. */
    Path icons() {
        return out.resolveSibling("icons");
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new BuildFailure("Argument " + name + " is missing.");
        }
        return value;
    }
}
