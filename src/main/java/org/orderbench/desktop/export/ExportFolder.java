package org.orderbench.desktop.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** The folder of the profile's home that exports go to. Nothing in it is ever written over. Safe for several threads. */
public final class ExportFolder {

    private final Path folder;
    private final Clock clock;
    private final ZoneId zone;

    public ExportFolder(Path folder, Clock clock, ZoneId zone) {
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A new, empty file such as {@code review-2026-11-23.xlsx}; a second one of the day is {@code review-2026-11-23-2.xlsx}.
     *
     * @param name is made safe for every file system
     * @throws IOException if the folder cannot be written
     */
    public Path create(String name, String extension) throws IOException {
        Files.createDirectories(folder);
        String stem = safe(name) + "-" + LocalDate.ofInstant(clock.instant(), zone);
        for (int number = 1; ; number++) {
            Path file = folder.resolve(stem + (number == 1 ? "" : "-" + number) + "." + extension);
            if (Files.notExists(file)) {
                return Files.createFile(file);
            }
        }
    }

    private static String safe(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "export" : plain.substring(0, Math.min(60, plain.length()));
    }
}
