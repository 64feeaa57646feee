import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds what people install, from the runnable folder that {@code mvn package} makes: a Java runtime with only the modules the program
 * needs, the program's own folder with its native parts unpacked, an ahead-of-time cache trained on opening the window, then the installers of
 * the system it runs on, a portable archive and their checksums. Maven runs it with the JDK 25 it found ({@code mvn -Pinstaller}).
 *
 * <p>Every step says what it made and how large it is; a missing tool stops the build before the first step, with the words what to install.
 */
final class BuildInstaller {

    private BuildInstaller() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            build(Settings.parse(args));
        } catch (BuildFailure failure) {
            System.err.println("[installer] " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void build(Settings settings) throws IOException, InterruptedException {
        List<PackageType> types = Preconditions.check(settings);
        Folders.delete(settings.out());
        Files.createDirectories(settings.out());

        Path runtime = RuntimeImage.link(settings);
        Path image = AppImage.build(settings, runtime);
        AotCache.train(settings, image);
        Signing.image(settings, image);
        List<Path> installers = new ArrayList<>();
        for (PackageType type : types) {
            installers.add(type.build(settings, image));
            Report.made(installers.getLast());
        }
        Signing.installers(settings, installers);
        if (settings.wants("portable")) {
            Report.made(Portable.archive(settings, image));
        }
        Folders.delete(runtime);
        Folders.delete(settings.out().resolve("lean"));
        Checksums.write(settings.out());
    }
}
