package org.orderbench.desktop.common;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Preferences in a file of the profile's home. Each change is written beside the file and moved over it, so a crash leaves the old or the new one. A
 * file that cannot be read is set aside under {@code .unreadable} and begun anew: it holds nothing that could not be chosen again.
 */
public final class FilePreferences implements Preferences {

    private final Path file;
    private final Properties values = new Properties();

    public FilePreferences(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException first) {
            values.clear();
        } catch (IOException | IllegalArgumentException unreadable) {
            values.clear();
            setAside();
        }
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            throw new UncheckedIOException("The file " + file + " can neither be read nor moved. Delete it, then start again.", stays);
        }
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** @throws UncheckedIOException if the disk cannot be written */
    @Override
    public synchronized void put(String key, @Nullable String value) {
        Object before = value == null ? values.remove(key) : values.setProperty(key, value);
        if (value == null ? before != null : !value.equals(before)) {
            write();
        }
    }

    private void write() {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException elsewhere) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The preferences could not be written to " + file + ". Free some space on the disk.", e);
        }
    }
}
