package org.orderbench.cache;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The H2 database of one profile: opened, locked against a second instance, and migrated to this version's tables. Safe for several threads.
 */
public final class CacheDatabase implements AutoCloseable {

    /**
     * H2 writes on the committing thread: see {@link ForcedFile}. A push or a decision uses some thirty statements over and over; of eight, which is usual, each would be
     * parsed anew.
     */
    static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=64";

    private final CompletableFuture<Opened> opened;
    private final Jdbi jdbi;

    /** @param copy where a copy lies that can only be read, or null for the cache itself */
    private record Opened(HikariDataSource pool, ForcedFile file, @Nullable Path copy) {

        void close() {
            file.close();
            pool.close();
            if (copy != null) {
                CacheCopy.remove(copy);
            }
        }
    }

    private CacheDatabase(CompletableFuture<Opened> opened) {
        this.opened = opened;
        this.jdbi = Jdbi.create(() -> opened().pool().getConnection());
    }

    private CacheDatabase(Opened opened) {
        this(CompletableFuture.completedFuture(opened));
    }

    /**
     * Opens the cache in a folder, making both when they are not there.
     *
     * @throws CacheException if another instance has it open, the disk cannot be written, or a newer version wrote it
     */
    public static CacheDatabase open(Path folder) {
        return new CacheDatabase(openFile(folder));
    }

    /** The same; where another instance has it open, a copy as it is now, see {@link #openReading}. */
    public static CacheDatabase openOrRead(Path folder) {
        return new CacheDatabase(openFileOrCopy(folder));
    }

    /** The same, but returns at once and opens it in the background: the first who asks it for something waits, and hears why if it cannot be opened. */
    public static CacheDatabase opening(Path folder) {
        CompletableFuture<Opened> opened = new CompletableFuture<>();
        Thread.ofPlatform().name("open-cache").daemon().start(() -> {
            try {
                opened.complete(openFileOrCopy(folder));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        return new CacheDatabase(opened);
    }

    private static Opened openFileOrCopy(Path folder) {
        try {
            return openFile(folder);
        } catch (CacheException e) {
            if (e.reason() != CacheException.Reason.IN_USE) {
                throw e;
            }
            return openCopy(folder);
        }
    }

    private static Opened openFile(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CacheException(
                    CacheException.Reason.NOT_WRITABLE,
                    "The folder " + folder + " cannot be made (" + e.getMessage() + "). Free some space or choose another folder with --home.",
                    e);
        }
        ForcedFile.ready(folder.resolve("cache.mv.db"));
        return openUrl("jdbc:h2:file:" + folder.resolve("cache").toAbsolutePath() + OPTIONS, folder.toString(), folder);
    }

    /**
     * Opens a copy of a cache that another instance has open, as it is at this moment. It can be read only: each attempt to write fails.
     *
     * @throws CacheException if there is nothing to copy, or the copy cannot be opened
     */
    public static CacheDatabase openReading(Path folder) {
        return new CacheDatabase(openCopy(folder));
    }

    private static Opened openCopy(Path folder) {
        try {
            CacheCopy.tidy(folder);
            Path copy = CacheCopy.make(folder);
            try {
                HikariDataSource pool = pool("jdbc:h2:file:" + copy.resolve("cache").toAbsolutePath() + OPTIONS + ";ACCESS_MODE_DATA=r");
                return new Opened(pool, new ForcedFile(), copy);
            } catch (PoolInitializationException e) {
                CacheCopy.remove(copy);
                throw explain(folder.toString(), e);
            }
        } catch (IOException e) {
            throw new CacheException(
                    CacheException.Reason.IN_USE,
                    "The cache in " + folder + " is in use by another Orderbench, and cannot be read meanwhile (" + e.getMessage() + "). Close that window or wait for the scheduled run to end.",
                    e);
        }
    }

    /** A private database in memory, gone when it is closed; for tests and try-outs. */
    public static CacheDatabase inMemory(String name) {
        return open("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", name, null);
    }

    static CacheDatabase open(String url, String where, @Nullable Path folder) {
        return new CacheDatabase(openUrl(url, where, folder));
    }

    private static Opened openUrl(String url, String where, @Nullable Path folder) {
        Opened opened;
        try {
            opened = new Opened(pool(url), new ForcedFile(), null);
        } catch (PoolInitializationException e) {
            throw explain(where, e);
        }
        try {
            try (Handle handle = Jdbi.open(opened.pool())) {
                opened.file().force(handle);
            }
            new CacheMigrations(opened.pool(), folder).run();
            return opened;
        } catch (CacheException e) {
            opened.close();
            throw e;
        } catch (FlywayException | JdbiException e) {
            opened.close();
            throw explain(where, e);
        } catch (IOException e) {
            opened.close();
            throw notWritable(where, e);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("orderbench");
        config.setPassword("");
        config.setMaximumPoolSize(6);
        config.setPoolName("cache");
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    private Opened opened() {
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException said ? said : e;
        }
    }

    /** Whether it is open by now. */
    public boolean isOpen() {
        return opened.isDone() && !opened.isCompletedExceptionally();
    }

    /**
     * Waits until it is open.
     *
     * @throws CacheException if it cannot be opened
     */
    public void await() {
        opened();
    }

    /** Whether this is a copy that can only be read, because another instance has the cache. */
    public boolean isReading() {
        return opened().copy() != null;
    }

    /** @throws CacheException if this is a copy for reading; the message is for the user */
    public void requireWritable() {
        if (isReading()) {
            throw new CacheException(
                    CacheException.Reason.IN_USE,
                    "Here you can only look: another Orderbench has this profile open. Close that window or wait for the scheduled run to end, then open this one again.",
                    null);
        }
    }

    /** What went wrong with the file, in words; {@code error} is whatever the database threw. */
    public static CacheException explain(String where, Throwable error) {
        if (cannotWrite(error)) {
            return notWritable(where, error);
        }
        int code = h2Code(error);
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new CacheException(
                    CacheException.Reason.IN_USE,
                    "The cache in " + where + " is in use by another Orderbench. Close that window or wait for the scheduled run to end, or start with another --profile.",
                    error);
            case ErrorCode.DATABASE_IS_READ_ONLY -> notWritable(where, error);
            // The same code for a full disk and for a file that ends too soon; only the latter cannot be mended by making room.
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> endsTooSoon(error) ? damaged(where, error) : notWritable(where, error);
            default -> damaged(where, error);
        };
    }

    /** Whether something failed because the cache's file could not be written, wherever that came to light: H2 writes behind its callers' backs. */
    public static boolean cannotWrite(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row was there already under its key. */
    static boolean isDuplicate(CacheException error) {
        return h2Code(error) == ErrorCode.DUPLICATE_KEY_1;
    }

    private static CacheException notWritable(String where, Throwable error) {
        return new CacheException(
                CacheException.Reason.NOT_WRITABLE,
                "The cache in " + where + " cannot be written: the disk is full or the folder is read-only. Free some space and start again; what was saved before is kept.",
                error);
    }

    private static CacheException damaged(String where, Throwable error) {
        return new CacheException(
                CacheException.Reason.DAMAGED,
                "The cache in " + where + " cannot be opened (" + rootMessage(error)
                        + "). Move the file away and sync again: what was written to Odoo is found there by its keys.",
                error);
    }

    private static boolean endsTooSoon(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private static int h2Code(@Nullable Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }

    private static String rootMessage(Throwable error) {
        Throwable t = error;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return String.valueOf(t.getMessage());
    }

    /**
     * For what may be read again from Odoo, and for reading. H2 writes a commit to the file behind the caller's back; a killed process may lose the
     * last ones. What may not be lost goes through {@link #inTransaction}.
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * A transaction that is on disk when this returns, see {@link ForcedFile}: what the window then shows as saved survives a killed process and a power cut.
     */
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        requireWritable();
        try (Handle handle = jdbi.open()) {
            T result = handle.inTransaction(work);
            opened().file().force(handle);
            return result;
        }
    }

    /** The same without a result. */
    public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
        requireWritable();
        try (Handle handle = jdbi.open()) {
            handle.useTransaction(work);
            opened().file().force(handle);
        }
    }

    /** A transaction that says in the end whether it is to survive a power cut too, or a killed process only. */
    <X extends Exception> void useJoined(HandleCallback<Boolean, X> work) throws X {
        requireWritable();
        try (Handle handle = jdbi.open()) {
            if (handle.inTransaction(work)) {
                opened().file().force(handle);
            } else {
                opened().file().write(handle);
            }
        }
    }

    /**
     * A transaction that its opener goes on with, call by call, and ends by {@link #commit} or by closing it, which undoes it. For one thread at a time.
     */
    Handle begin() {
        requireWritable();
        return jdbi.open().begin();
    }

    /** Commits what {@link #begin} began, and closes it: on disk when it returns. */
    void commit(Handle begun) {
        try (begun) {
            begun.commit();
            opened().file().force(begun);
        }
    }

    /** A transaction that survives a killed process, and perhaps not a power cut: for what is looked up in Odoo again if it is missing. Much quicker. */
    public <X extends Exception> void useQuickTransaction(HandleConsumer<X> work) throws X {
        try (Handle handle = jdbi.open()) {
            handle.useTransaction(work);
            opened().file().write(handle);
        }
    }

    @Override
    public void close() {
        opened.handle((open, failure) -> open).thenAccept(open -> {
            if (open != null) {
                open.close();
            }
        }).join();
    }
}
