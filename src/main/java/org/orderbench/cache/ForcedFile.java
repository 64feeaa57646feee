package org.orderbench.cache;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was committed findable in H2's file, and forces the file. Three things in H2 2.5 stand in the way, and neither {@code WRITE_DELAY=0} nor
 * {@code CHECKPOINT SYNC} removes them:
 *
 * <ul>
 *   <li>A commit is handed to threads of the store, and {@code commit} does not wait for their writing.
 *   <li>When a chunk comes to lie in the middle of the file where nobody predicted it, the store writes its header to say so; but it names the chunk
 *       <em>before</em> ({@code storeBuffer} sets {@code lastChunk} after {@code writeChunk} has written the header). A file left by a killed process
 *       is then opened as of that earlier chunk: up to some twenty commits are gone, without a word.
 *   <li>A header that says the file was closed cleanly is believed until the first chunk is written after opening. Killed half-way through that
 *       one, the file is opened as of any old chunk that happens to be whole.
 * </ul>
 *
 * <p>So this takes the mark away before opening, and after each transaction waits for the store's threads and has the store write its header once more,
 * when it knows its last chunk. The one method that does so is private; {@code CrashImageTest} shows that without it commits are lost.
 *
 * <p>It works on a thread of its own and waits without heeding interrupts: an interrupted thread would not wait for the store, and would close the
 * file's channel under everybody.
 */
final class ForcedFile implements AutoCloseable {

    private static final String CLEAN = "clean";
    private static final String CLEAN_MARK = ",clean:1";
    private static final String SUM = ",fletcher:";
    private static final int BLOCK = 4096;

    private final Method header;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().name("cache-force").daemon(true).unstarted(work));

    private @Nullable CompletableFuture<Void> next;
    private boolean waitingForPower;
    private final Object rounds = new Object();

    ForcedFile() {
        try {
            header = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
            header.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This version of H2 has no way to write its header; saved decisions could be lost", e);
        }
    }

    /**
     * On disk when it returns: all that was committed before. Nothing to do for a database in memory.
     *
     * @throws CacheException if it cannot be written
     */
    void force(Handle handle) {
        keep(handle, true);
    }

    /**
     * In the file when it returns, and found there though the process is killed; a power cut may take it. For what can be looked up again.
     *
     * @throws CacheException if it cannot be written
     */
    void write(Handle handle) {
        keep(handle, false);
    }

    private void keep(Handle handle, boolean powerCut) {
        try {
            if (handle.getConnection().unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                MVStore store = session.getDatabase().getStore().getMvStore();
                if (store.isPersistent()) {
                    round(store, powerCut).join();
                }
            }
        } catch (SQLException e) {
            throw CacheDatabase.explain("this profile", e);
        } catch (CompletionException e) {
            throw CacheDatabase.explain("this profile", e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * The round that has not begun yet: whoever committed before it begins is served by it, so that many waiting at once cost one writing.
     *
     * @return its end
     */
    private CompletableFuture<Void> round(MVStore store, boolean powerCut) {
        synchronized (rounds) {
            waitingForPower = waitingForPower || powerCut;
            if (next == null) {
                next = CompletableFuture.runAsync(
                        () -> {
                            boolean force;
                            synchronized (rounds) {
                                next = null;
                                force = waitingForPower;
                                waitingForPower = false;
                            }
                            keep(store, force);
                        },
                        thread);
            }
            return next;
        }
    }

    private void keep(MVStore store, boolean powerCut) {
        store.commit();
        store.executeFilestoreOperation(() -> {
            try {
                store.getFileStore().getStoreHeader().remove(CLEAN);
                header.invoke(store.getFileStore());
                if (powerCut) {
                    store.sync();
                }
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("H2 could not write its header", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("H2 does not let its header be written", e);
            }
        });
    }

    /**
     * Takes the mark of a clean shutdown off a file that nobody has open; opening it then looks for the newest whole version, as after a crash.
     *
     * @param file may be absent
     */
    static void unmark(Path file) {
        if (!Files.isWritable(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone != null) {
                // one of the two copies after the other: at every moment one of them is whole
                unmarkBlock(channel, 0);
                channel.force(true);
                unmarkBlock(channel, BLOCK);
                channel.force(true);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // open elsewhere, or unreadable: opening it says so, better than this could
        }
    }

    private static void unmarkBlock(FileChannel channel, long at) throws IOException {
        byte[] block = new byte[BLOCK];
        if (channel.read(ByteBuffer.wrap(block), at) < BLOCK) {
            return;
        }
        String header = new String(block, StandardCharsets.ISO_8859_1);
        int sum = header.indexOf(SUM);
        if (sum < 0 || !header.substring(0, sum).contains(CLEAN_MARK) || !header.startsWith(sum(header.substring(0, sum)) + "\n", sum)) {
            return;
        }
        String without = header.substring(0, sum).replace(CLEAN_MARK, "");
        channel.write(ByteBuffer.wrap(Arrays.copyOf((without + sum(without) + "\n").getBytes(StandardCharsets.ISO_8859_1), BLOCK)), at);
    }

    private static String sum(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        return SUM + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
