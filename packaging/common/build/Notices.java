import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes what must come with the bundled parts: {@code NOTICE.txt} (each part, its licence, its author where the licence asks), the licence
 * texts, and the licence and notice files out of the jars themselves. The list of parts comes from the licence gate of the build
 * ({@code parts.tsv}), which has already refused every licence that may not be shipped; here a licence without its text fails.
 */
final class Notices {

    private static final Pattern OWN = Pattern.compile("(META-INF/|org/controlsfx/dialog/)?(LICEN[CS]E|NOTICE|LGPL)[^/]*", Pattern.CASE_INSENSITIVE);

    private Notices() {}

    /**
     * Arguments: the folder of the program's jars, the project's folder, the folder to write into, with {@code parts.tsv} in it, and the program's version. Runs
     * with those jars on its class path, for Jackson.
     */
    public static void main(String[] args) throws IOException {
        try {
            write(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3]);
        } catch (BuildFailure failure) {
            System.err.println("[notices] " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void write(Path lib, Path project, Path out, String version) throws IOException {
        Path texts = project.resolve("packaging/common/licences");
        Properties copyrights = new Properties();
        try (var reader = Files.newBufferedReader(texts.resolve("copyrights.properties"))) {
            copyrights.load(reader);
        }
        List<Part> parts = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("parts.tsv"))) {
            if (!line.isBlank()) {
                parts.add(Part.parse(line));
            }
        }
        Path licences = Files.createDirectories(out.resolve("licences"));
        StringBuilder notice = new StringBuilder(Files.readString(project.resolve("packaging/common/licences/notice-head.txt"))).append('\n');
        TreeSet<String> used = new TreeSet<>();
        for (Part part : parts) {
            boolean own = copyOwn(lib, part, licences);
            String copyright = copyrights.getProperty(part.artifact());
            if (part.asksForAuthor() && !own && copyright == null) {
                throw new BuildFailure(part.artifact() + " is under " + part.licence() + " and its jar names no author: add a line to "
                        + texts.resolve("copyrights.properties") + ".");
            }
            used.add(part.licence());
            notice.append("- ").append(part.name()).append(" (").append(part.artifact()).append(' ').append(part.version()).append("): ")
                    .append(part.licence()).append(copyright == null ? "" : ". " + copyright).append(". ").append(part.address()).append('\n');
        }
        for (String licence : used) {
            Path text = texts.resolve(licence + ".txt");
            if (!Files.isRegularFile(text)) {
                throw new BuildFailure("A bundled part is under " + licence + " but " + text + " is missing.");
            }
            Files.writeString(licences.resolve(licence + ".txt"), Files.readString(text));
        }
        Files.copy(project.resolve("src/main/resources/org/orderbench/desktop/fonts/OFL.txt"), licences.resolve("OFL-1.1.txt"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(out.resolve("NOTICE.txt"), notice);
        Sbom.write(parts, lib, version, out.resolve("sbom.cdx.json"));
        Files.writeString(out.resolve("LICENSE.txt"), Files.readString(project.resolve("LICENSE")));
        System.out.println("[notices] " + parts.size() + " bundled parts under " + String.join(", ", used));
    }

    /** Copies the licence and notice files that a part's jar carries; false if it carries none. */
    private static boolean copyOwn(Path lib, Part part, Path licences) throws IOException {
        boolean any = false;
        Path jar = lib.resolve(part.artifact() + "-" + part.version() + ".jar");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.isDirectory() && OWN.matcher(entry.getName()).matches()) {
                    Path folder = Files.createDirectories(licences.resolve(part.artifact()));
                    String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(folder.resolve(file), in.readAllBytes());
                    }
                    any = true;
                }
            }
        }
        return any;
    }

    /** A bundled part; of a choice of licences we take the first that {@link #PREFERRED} names. */
    record Part(String licence, String group, String artifact, String version, String name, String address) {

        private static final List<String> PREFERRED = List.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "LGPL-2.1",
                "GPL-2.0-with-classpath-exception", "OFL-1.1");

        static Part parse(String line) {
            String[] fields = line.split("\t", -1);
            List<String> choice = List.of(fields[0].split(" or "));
            String licence = PREFERRED.stream().filter(choice::contains).findFirst()
                    .orElseThrow(() -> new BuildFailure("No licence we can take for " + fields[2] + ": " + choice));
            return new Part(licence, fields[1], fields[2], fields[3], fields[4], fields[5]);
        }

        boolean asksForAuthor() {
            return licence.equals("MIT") || licence.startsWith("BSD");
        }
    }
}
