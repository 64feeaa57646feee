import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The program's own folder: launcher, jars on the class path, native libraries, notices, runtime.
 *
 * <p>JavaFX and JNA carry their native libraries inside their jars and would unpack them into the user's home or temporary folder at the
 * first start, which is slow, and forbidden where those folders may not hold programs. So they are unpacked here. The jars stay as they
 * were published: their checksums are those of the SBOM, and anybody may replace one.
 */
final class AppImage {

    private AppImage() {}

    static Path build(Settings settings, Path runtime) throws IOException, InterruptedException {
        Platform platform = settings.platform();
        List<Object> command = new ArrayList<>(List.of(Tool.jdk("jpackage"), "--type", "app-image",
                "--name", platform.programName(), "--app-version", PackageType.version(settings),
                "--vendor", "Orderbench contributors", "--copyright", "Apache License 2.0",
                "--description", "Purchasing workbench for Odoo",
                "--input", settings.lib(), "--main-jar", "orderbench.jar", "--main-class", settings.mainClass(),
                "--runtime-image", runtime, "--app-content", settings.notices(), "--dest", settings.out()));
        if (platform != Platform.LINUX) {
            command.addAll(List.of("--resource-dir", settings.resources()));
        }
        if (Files.isRegularFile(platform.icon(settings))) {
            command.addAll(List.of("--icon", platform.icon(settings)));
        } else {
            throw new BuildFailure("No icon " + platform.icon(settings) + ". Icons.java makes it of icons/; mvn -Pinstaller calls it.");
        }
        for (String option : settings.javaOptions()) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(List.of("--java-options", "-Djna.boot.library.path=$APPDIR", "--java-options", "-Djna.nounpack=true"));
        if (platform == Platform.WINDOWS) {
            command.addAll(List.of("--add-launcher", "orderbench-cli=" + settings.resources().resolve("orderbench-cli.properties")));
        }
        Tool.run(command);
        Path image = platform.image(settings.out());
        unpackNatives(settings, image);
        if (platform == Platform.MACOS) {
            InfoPlist.declareLinks(settings, image);
        }
        settleTimes(image);
        Report.made(image);
        return image;
    }

    /**
     * One time for all files. The ahead-of-time cache remembers the times of the jars, and archives round them: even seconds survive that.
     */
    private static void settleTimes(Path image) throws IOException {
        FileTime time = FileTime.from(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        for (Path file : Folders.files(image)) {
            Files.setLastModifiedTime(file, time);
        }
    }

    private static void unpackNatives(Settings settings, Path image) throws IOException {
        int unpacked = 0;
        for (Path jar : Folders.files(settings.lib())) {
            String name = jar.getFileName().toString();
            boolean jna = name.matches("jna-\\d.*\\.jar");
            if (!jna && !name.startsWith("javafx-")) {
                continue;
            }
            Path target = jna ? settings.platform().app(image) : settings.platform().natives(image);
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                    if (isNative(settings.platform(), jna, entry.getName())) {
                        unpack(zip, entry, target);
                        unpacked++;
                    }
                }
            }
        }
        if (unpacked < 2) {
            throw new BuildFailure("Found no native libraries for " + settings.platform() + " in the jars of " + settings.lib()
                    + ": were they resolved for another system?");
        }
    }

    private static boolean isNative(Platform platform, boolean jna, String entry) {
        String wanted = jna ? platform.jnaFolder() : "";
        return entry.startsWith(wanted) && entry.indexOf('/', wanted.length()) < 0
                && platform.nativeSuffixes().stream().anyMatch(entry::endsWith);
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        String name = entry.getName();
        Files.createDirectories(target);
        Path file = target.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        file.toFile().setExecutable(true, false);
    }
}
