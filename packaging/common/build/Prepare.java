import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.Stylesheet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Does at build time what the program would do at every start: parses its style sheets into JavaFX's binary form, and works out the checksums of its
 * migrations by Flyway itself. Both lie beside their sources, and both may be absent: then the program does it at its start, slower.
 *
 * <p>Argument: the folder with the compiled classes. On the class path: JavaFX, Flyway, H2.
 */
final class Prepare {

    private Prepare() {}

    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]).resolve("org").resolve("orderbench");
        sheets(classes.resolve("desktop"));
        migrations(classes.resolve("cache"));
    }

    private static void sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path sheet : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".css"))::iterator) {
                String name = String.valueOf(sheet.getFileName()).replaceFirst("\\.css$", ".bss");
                Stylesheet.convertToBinary(sheet.toFile(), sheet.resolveSibling(name).toFile());
            }
        }
    }

    private static void migrations(Path folder) throws IOException {
        Flyway flyway = Flyway.configure()
                .dataSource("jdbc:h2:mem:prepare", "orderbench", "")
                .locations("filesystem:" + folder.toAbsolutePath())
                .load();
        TreeSet<String> lines = new TreeSet<>();
        for (MigrationInfo migration : flyway.info().all()) {
            lines.add(migration.getVersion() + " " + migration.getChecksum());
        }
        if (lines.isEmpty()) {
            throw new IOException("No migrations in " + folder);
        }
        Files.write(folder.resolve("migrations.index"), List.copyOf(lines));
    }
}
