package org.orderbench.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings a cache to this version's tables: a new one without ado, an older one after a backup of it, a newer one never.
 *
 * <p>The cache holds decisions that were not sent yet and the journal, which Odoo doesn't have; so nothing is changed before a whole copy lies beside it.
 */
final class CacheMigrations {

    /** Backups that are kept; each is a zip of the whole file. */
    static final int KEPT = 3;

    private static final String PREFIX = "cache-before-";

    private final DataSource database;
    private final @Nullable Path folder;
    private final MigrationIndex index;

    /** @param folder where the backups go, or null for a database in memory */
    CacheMigrations(DataSource database, @Nullable Path folder) {
        this(database, folder, MigrationIndex.ofThisProgram());
    }

    CacheMigrations(DataSource database, @Nullable Path folder, MigrationIndex index) {
        this.database = database;
        this.folder = folder;
        this.index = index;
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/orderbench/cache")
                .validateMigrationNaming(true)
                // Numbers are given by theme: a later version may bring one that lies below the newest of an earlier version.
                .outOfOrder(true)
                .load();
    }

    /**
     * @throws CacheException with {@link CacheException.Reason#TOO_NEW} if a newer version wrote it; it is then as it was
     * @throws IOException    if the backup can't be made; the cache is then as it was
     *
     * @return whether Flyway was asked
     */
    boolean run() throws IOException {
        if (index.isAllOf(database)) {
            return false;
        }
        Flyway flyway = flyway();
        MigrationInfo[] applied = flyway.info().applied();
        for (MigrationInfo one : applied) {
            if (!one.getState().isResolved()) {
                throw new CacheException(CacheException.Reason.TOO_NEW, tooNew(), null);
            }
        }
        MigrationInfo[] pending = flyway.info().pending();
        Path place = folder;
        if (place != null && applied.length > 0 && pending.length > 0) {
            backUp(place.resolve("backup"), PREFIX + "V" + pending[0].getVersion() + ".zip");
        }
        flyway.migrate();
        return true;
    }

    private String tooNew() {
        return "The cache" + (folder == null ? "" : " in " + folder) + " was written by a newer version of Orderbench, and this one could harm it. Install that version again, "
                + "or start with another --home and sync afresh. The copy that was made before the upgrade, if there was one, is in its folder \"backup\".";
    }

    private void backUp(Path backups, String name) throws IOException {
        Files.createDirectories(backups);
        Path whole = backups.resolve(name);
        Path part = backups.resolve(name + ".part");
        Files.deleteIfExists(part);
        Jdbi.create(database).useHandle(h -> h.execute("backup to ?", part.toString()));
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        for (Path old : newestFirst(backups).stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    private static List<Path> newestFirst(Path backups) throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "V.*\\.zip"))
                    .sorted(Comparator.comparing(CacheMigrations::modified).reversed())
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
