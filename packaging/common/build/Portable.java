import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program's folder in one archive, to unpack anywhere and start without installing. */
final class Portable {

    private Portable() {}

    static Path archive(Settings settings, Path image) throws IOException, InterruptedException {
        String name = "orderbench-" + settings.version() + "-" + settings.platform().folder() + "-" + Platform.architecture();
        Path parent = image.getParent();
        return switch (settings.platform()) {
            case LINUX -> {
                Path archive = settings.out().resolve(name + ".tar.xz");
                Tool.run(Map.of("XZ_OPT", "-6 -T0"), List.of("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
                        "-C", parent, "-cJf", archive, image.getFileName()));
                yield archive;
            }
            case MACOS -> {
                Path archive = settings.out().resolve(name + ".tar.xz");
                Tool.run(List.of("tar", "-C", parent, "-cJf", archive, image.getFileName()));
                yield archive;
            }
            case WINDOWS -> {
                Path archive = settings.out().resolve(name + ".zip");
                // Windows has had bsdtar since 2018; -a takes the format from the name.
                Path lean = AotCache.without(settings, image);
                Tool.run(List.of("tar", "-C", lean.getParent(), "-acf", archive, lean.getFileName()));
                yield archive;
            }
        };
    }
}
