import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The list of parts, {@code sbom.cdx.json} (CycloneDX 1.6): every jar with its checksum, and what comes into the package beside the jars. A jar that the
 * licence gate did not see fails the build. The same parts give the same file.
 */
final class Sbom {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ArrayNode components = JSON.createArrayNode();

    private Sbom() {}

    static void write(List<Notices.Part> parts, Path lib, String version, Path file) throws IOException {
        Sbom sbom = new Sbom();
        TreeSet<String> bundled = new TreeSet<>();
        for (Path jar : Folders.files(lib)) {
            bundled.add(jar.getFileName().toString());
        }
        bundled.remove("orderbench.jar");
        for (Notices.Part part : parts) {
            for (String jar : List.copyOf(bundled)) {
                // JavaFX has a second jar of the same part for each system.
                if (jar.matches("\\Q" + part.artifact() + "-" + part.version() + "\\E(-[a-z0-9-]+)?\\.jar")) {
                    bundled.remove(jar);
                    sbom.jar(part, lib.resolve(jar));
                }
            }
        }
        if (!bundled.isEmpty()) {
            throw new BuildFailure("Bundled without having passed the licence gate: " + String.join(", ", bundled)
                    + ". If they are left from an earlier build, run mvn clean verify -Pinstaller.");
        }
        sbom.add("platform", "OpenJDK", Runtime.version().toString(), "GPL-2.0-only WITH Classpath-exception-2.0", "https://openjdk.org",
                System.getProperty("java.vendor"));
        sbom.add("file", "Orderbench Sans (from Inter)", "4.0", "OFL-1.1", "https://github.com/rsms/inter", "The Inter Project Authors");
        sbom.add("data", "Online Retail", "2015", "CC-BY-4.0", "https://doi.org/10.24432/C5BW33", "Daqing Chen");
        sbom.add("data", "Online Retail II", "2019", "CC-BY-4.0", "https://doi.org/10.24432/C5CG6D", "Daqing Chen");
        sbom.write(version, file);
        System.out.println("[notices] " + sbom.components.size() + " parts in " + file.getFileName());
    }

    private void jar(Notices.Part part, Path jar) throws IOException {
        String classifier = jar.getFileName().toString().replace(part.artifact() + "-" + part.version(), "").replaceAll("^-|\\.jar$", "");
        String address = "pkg:maven/" + part.group() + "/" + part.artifact() + "@" + part.version() + "?type=jar"
                + (classifier.isEmpty() ? "" : "&classifier=" + classifier);
        ObjectNode component = add("library", part.artifact(), part.version(), spdx(part.licence()), part.address(), part.group());
        component.put("bom-ref", address).put("group", part.group()).put("purl", address);
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(jar));
    }

    private ObjectNode add(String type, String name, String version, String licence, String address, String by) {
        ObjectNode part = components.addObject().put("type", type).put("bom-ref", name + "@" + version);
        part.putObject("supplier").put("name", by);
        part.put("name", name).put("version", version);
        ObjectNode choice = part.putArray("licenses").addObject();
        if (licence.contains(" ")) {
            choice.put("expression", licence);
        } else {
            choice.putObject("license").put("id", licence);
        }
        if (!address.isBlank()) {
            part.putArray("externalReferences").addObject().put("type", "website").put("url", address);
        }
        return part;
    }

    private void write(String version, Path file) throws IOException {
        ObjectNode sbom = JSON.createObjectNode().put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        ObjectNode program = sbom.putObject("metadata").putObject("component");
        program.put("type", "application").put("bom-ref", "orderbench").put("name", "Orderbench").put("version", version);
        program.putArray("licenses").addObject().putObject("license").put("id", "Apache-2.0");
        sbom.set("components", components);
        Files.writeString(file, JSON.writeValueAsString(sbom) + "\n");
    }

    /** Our names of licences are SPDX's, but for the one with an exception. */
    private static String spdx(String licence) {
        return switch (licence) {
            case "GPL-2.0-with-classpath-exception" -> "GPL-2.0-only WITH Classpath-exception-2.0";
            case "LGPL-2.1" -> "LGPL-2.1-only";
            default -> licence;
        };
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
