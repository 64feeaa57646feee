import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The systems there are installers for, and where each keeps the parts of an unpacked program. */
enum Platform {
    LINUX("linux", "bin/orderbench", "lib/app", "lib/app", "lib/runtime"),
    MACOS("macos", "Contents/MacOS/Orderbench", "Contents/app", "Contents/app", "Contents/runtime/Contents/Home"),
    WINDOWS("windows", "orderbench-cli.exe", "app", "bin", "runtime");

    private final String folder;
    private final String launcher;
    private final String app;
    private final String natives;
    private final String runtime;

    /** @param natives where JavaFX looks for its native libraries, seen from its jars: beside them, on Windows in {@code ../bin}. */
    Platform(String folder, String launcher, String app, String natives, String runtime) {
        this.folder = folder;
        this.launcher = launcher;
        this.app = app;
        this.natives = natives;
        this.runtime = runtime;
    }

    static Platform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.contains("win") ? WINDOWS : os.contains("mac") ? MACOS : LINUX;
    }

    /** Debian's word for the processor: what file names carry. */
    static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> throw new BuildFailure("No installers for processor " + System.getProperty("os.arch") + ": amd64 or arm64 only.");
        };
    }

    String folder() {
        return folder;
    }

    /** The name jpackage gives the image: lower case on Linux, where it becomes the package's and the command's name. */
    String programName() {
        return this == LINUX ? "orderbench" : "Orderbench";
    }

    Path image(Path destination) {
        return destination.resolve(this == MACOS ? programName() + ".app" : programName());
    }

    Path launcher(Path image) {
        return image.resolve(launcher);
    }

    Path app(Path image) {
        return image.resolve(app);
    }

    Path natives(Path image) {
        return image.resolve(natives);
    }

    Path runtime(Path image) {
        return image.resolve(runtime);
    }

    /** How this system's native libraries end. */
    List<String> nativeSuffixes() {
        return switch (this) {
            case LINUX -> List.of(".so");
            case MACOS -> List.of(".dylib", ".jnilib");
            case WINDOWS -> List.of(".dll");
        };
    }

    /** The folder of JNA's library for this system and processor, inside its jar. */
    String jnaFolder() {
        String processor = architecture().equals("amd64") ? "x86-64" : "aarch64";
        return "com/sun/jna/" + switch (this) {
            case LINUX -> "linux-" + processor;
            case MACOS -> "darwin-" + processor;
            case WINDOWS -> "win32-" + processor;
        } + "/";
    }

    Path icon(Settings settings) {
        return settings.icons().resolve(switch (this) {
            case LINUX -> "orderbench-256.png";
            case MACOS -> "orderbench.icns";
            case WINDOWS -> "orderbench.ico";
        });
    }
}
