package org.orderbench.support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One ZIP file for whoever is asked for help: facts about the installation and the newest logs, each line cleaned by a {@link Redactor}. Nothing of the cache goes in:
 * no product, vendor, price or order.
 */
public final class SupportFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int LOGS = 6;

    private final Path logs;
    private final Redactor redactor;

    /** @param logs the folder with the log files; need not exist */
    public SupportFile(Path logs, Redactor redactor) {
        this.logs = logs;
        this.redactor = redactor;
    }

    /**
     * @param facts named facts, in the order in which they are written
     * @return {@code orderbench-support-….zip} in that folder
     */
    public Path write(Path folder, Map<String, String> facts, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("orderbench-support-" + STAMP.format(now) + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("installation.txt"));
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                writer.write(fact.getKey() + ": " + redactor.clean(fact.getValue()) + "\n");
            }
            writer.flush();
            zip.closeEntry();
            for (Path log : newest()) {
                zip.putNextEntry(new ZipEntry("logs/" + log.getFileName()));
                copy(log, writer);
                zip.closeEntry();
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw new IOException("The support file could not be written to " + folder + ". Choose another folder, or free some space. (" + e.getMessage() + ")", e);
        }
        return file;
    }

    private void copy(Path log, BufferedWriter writer) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                writer.write(redactor.clean(line));
                writer.newLine();
                line = reader.readLine();
            }
        }
        writer.flush();
    }

    private List<Path> newest() throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .limit(LOGS)
                    .toList();
        }
    }
}
