import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code .deb} and the {@code .rpm}: the same tree of files (the image under {@code /opt}, the command, menu entry, icons and notices
 * under {@code /usr}), each with a list of dependencies that we keep by hand.
 *
 * <p>jpackage could wrap the image too, but it names as dependencies what the libraries of the building machine link to, down to names that
 * only one release of one distribution has, takes minutes to find them, and runs scripts at installation; here only removal says a sentence.
 */
final class LinuxPackages {

    private static final Pattern ICON = Pattern.compile("orderbench-(\\d+)\\.png");

    private LinuxPackages() {}

    static Path deb(Settings settings, Path image) throws IOException, InterruptedException {
        Path tree = tree(settings, image, "deb");
        try {
            String control = Files.readString(settings.resources().resolve("control"))
                    .replace("@version@", settings.version())
                    .replace("@architecture@", Platform.architecture())
                    .replace("@kilobytes@", Long.toString(Folders.size(tree) / 1024));
            Files.writeString(Files.createDirectories(tree.resolve("DEBIAN")).resolve("control"), control);
            Path postrm = tree.resolve("DEBIAN/postrm");
            copy(settings.resources().resolve("postrm"), postrm);
            Files.setPosixFilePermissions(postrm, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path deb = settings.out().resolve("orderbench_" + settings.version() + "_" + Platform.architecture() + ".deb");
            // Not the default of newer systems, zstd: older ones cannot read it.
            Tool.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, deb));
            return deb;
        } finally {
            Folders.delete(tree);
        }
    }

    static Path rpm(Settings settings, Path image) throws IOException, InterruptedException {
        Path tree = tree(settings, image, "rpm");
        Path work = Files.createTempDirectory("orderbench-rpm");
        try {
            String architecture = Platform.architecture().equals("amd64") ? "x86_64" : "aarch64";
            Path spec = work.resolve("orderbench.spec");
            Files.writeString(spec, Files.readString(settings.resources().resolve("orderbench.spec"))
                    .replace("@version@", settings.version())
                    .replace("@tree@", tree.toAbsolutePath().toString()));
            Tool.run(List.of("rpmbuild", "-bb", "--quiet", "--target", architecture, "--define", "_topdir " + work, spec));
            String name = "orderbench-" + settings.version() + "-1." + architecture + ".rpm";
            return Files.move(work.resolve("RPMS").resolve(architecture).resolve(name), settings.out().resolve(name));
        } finally {
            Folders.delete(work);
            Folders.delete(tree);
        }
    }

    private static Path tree(Settings settings, Path image, String name) throws IOException, InterruptedException {
        Path tree = Files.createDirectories(settings.out().resolve(name));
        // Copied with their times, which the ahead-of-time cache remembers; as links where the file system can.
        Tool.run(List.of("cp", "-al", image, Files.createDirectories(tree.resolve("opt"))));
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("orderbench"), Path.of("/opt/orderbench/bin/orderbench"));
        Path menu = Files.createDirectories(tree.resolve("usr/share/applications"));
        copy(settings.resources().resolve("orderbench.desktop"), menu.resolve("orderbench.desktop"));
        Path mime = Files.createDirectories(tree.resolve("usr/share/mime/packages"));
        copy(settings.resources().resolve("orderbench-mime.xml"), mime.resolve("orderbench.xml"));
        for (Map.Entry<String, Path> icon : icons(settings.icons()).entrySet()) {
            Path folder = Files.createDirectories(tree.resolve("usr/share/icons/hicolor").resolve(icon.getKey()).resolve("apps"));
            String file = icon.getValue().getFileName().toString();
            copy(icon.getValue(), folder.resolve("orderbench" + file.substring(file.lastIndexOf('.'))));
        }
        Path doc = Files.createDirectories(tree.resolve("usr/share/doc/orderbench"));
        copy(settings.notices().resolve("NOTICE.txt"), doc.resolve("copyright"));
        allReadable(tree.resolve("usr"));
        return tree;
    }

    /** The icons by the folder that the menu looks for them in. */
    private static Map<String, Path> icons(Path folder) throws IOException {
        Map<String, Path> icons = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                Matcher png = ICON.matcher(file.getFileName().toString());
                if (png.matches()) {
                    icons.put(png.group(1) + "x" + png.group(1), file);
                } else if (file.endsWith("orderbench.svg")) {
                    icons.put("scalable", file);
                }
            }
        }
        return icons;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Whatever the umask of the building machine: everybody may read what is installed. */
    private static void allReadable(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : new ArrayList<>(files.filter(Files::isDirectory).toList())) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
