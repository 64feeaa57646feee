import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One line for each thing made, with its size in MB of 1,000,000 bytes. */
final class Report {

    private Report() {}

    static void made(Path thing) throws IOException {
        long bytes = Files.isDirectory(thing) ? Folders.size(thing) : Files.size(thing);
        System.out.printf(Locale.ROOT, "[installer] %6.1f MB  %s%n", bytes / 1e6, thing.getFileName());
    }

    static void say(String words) {
        System.out.println("[installer] " + words);
    }
}
