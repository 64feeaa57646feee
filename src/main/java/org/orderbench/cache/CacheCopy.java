package org.orderbench.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of a cache that another instance has open, for looking at. The store only ever appends, and reuses no space within 45 seconds, so that a copy made
 * meanwhile opens as of one moment, like a file after a power cut. It lies beside the original and goes when it is closed; what a killed process left is removed
 * by the next one.
 */
final class CacheCopy {

    private static final String PREFIX = "reading-";
    private static final String FILE = "cache.mv.db";

    private CacheCopy() {}

    /** @return the folder of the copy */
    static Path make(Path folder) throws IOException {
        Path copy = folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Files.createDirectories(copy);
        Files.copy(folder.resolve(FILE), copy.resolve(FILE));
        return copy;
    }

    static void remove(Path copy) {
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the copies of processes that are no more. */
    static void tidy(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> copies = files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+-\\d+")).toList();
            for (Path copy : copies) {
                long pid = Long.parseLong(copy.getFileName().toString().split("-")[1]);
                Optional<ProcessHandle> process = ProcessHandle.of(pid);
                if (process.isEmpty() || !process.get().isAlive()) {
                    remove(copy);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return; // somebody else is tidying, or reading it; the next start tries again
        }
    }
}
