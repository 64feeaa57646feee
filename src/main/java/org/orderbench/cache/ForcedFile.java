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
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was committed findable in H2's file, and forces the file. Five things in H2 2.5 stand in the way:
 *
 * <ul>
 *   <li>By itself it hands what is committed to threads of its own. A chunk is then made before the one before it has a place in the file; one that needs a page of the
 *       other cannot be read without it, and looking for the newest whole version after a crash overlooks that or dies of it ({@code StackOverflowError}).
 *       So {@link CacheDatabase} has H2 write on the committing thread ({@code WRITE_DELAY=0}), each chunk whole before the next begins.
 *   <li>The room of a chunk that nothing needs any more is used again as soon as the chunk is {@code RETENTION_TIME} old, however short a time ago it was needed; the last
 *       forced version may need it still. So that version's use is registered, see {@link #hold}.
 *   <li>When a chunk comes to lie in the middle of the file where nobody predicted it, the store writes its header to say so; but it names the chunk
 *       <em>before</em> ({@code storeBuffer} sets {@code lastChunk} after {@code writeChunk} has written the header). A file left by a killed process
 *       is then opened as of that earlier chunk: up to some twenty commits are gone, without a word.
 *   <li>A header that says the file was closed cleanly is believed until the first chunk is written after opening. Killed half-way through that
 *       one, the file is opened as of any old chunk that happens to be whole.
 *   <li>What a killed process wrote and nothing names is left where it lies, and may later be taken for the successor of a chunk written after it.
 * </ul>
 *
 * <p>So this takes the mark and such remains away before opening, and after each transaction has the store write its header once more,
 * when it knows its last chunk. The one method that does so is private; {@code CrashImageTest} shows that without it commits are lost.
 *
 * <p>It works on a thread of its own and waits without heeding interrupts: an interrupted thread would close the file's channel under everybody. That thread also does
 * what H2's own would: see {@link #tidy}.
 */
final class ForcedFile implements AutoCloseable {

    private static final String CLEAN = "clean";
    private static final String CLEAN_MARK = ",clean:1";
    private static final String SUM = ",fletcher:";
    private static final int BLOCK = 4096;
    private static final Pattern VERSION = Pattern.compile(",version:([0-9a-f]{1,15})[,\\s]");
    /** H2's own measure: where less than half of the chunks is still needed, some are written anew. */
    private static final int HALF = 50;
    private static final int TIDIED_AT_ONCE = 2 << 20;
    private static final long TIDY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final byte[] CHUNK = "chunk:".getBytes(StandardCharsets.ISO_8859_1);

    private final Method header;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().name("cache-force").daemon(true).unstarted(work));

    private @Nullable CompletableFuture<Void> next;
    private boolean waitingForPower;
    private final Object rounds = new Object();

    /** Versions whose chunks stay as they are, oldest first; used by {@link #thread} alone. */
    private final Deque<Held> held = new ArrayDeque<>();

    private long tidied = System.nanoTime();

    private record Held(MVStore store, MVStore.TxCounter use, long since) {}

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
                            thread.execute(() -> tidy(store));
                        },
                        thread);
            }
            return next;
        }
    }

    private void keep(MVStore store, boolean powerCut) {
        if (powerCut) {
            hold(store);
        }
        store.commit();
        store.executeFilestoreOperation(() -> {
            try {
                store.getFileStore().getStoreHeader().remove(CLEAN);
                if (powerCut) {
                    // before the header names it: a header that names what a power cut took would hide what was there before
                    store.sync();
                }
                header.invoke(store.getFileStore());
                if (powerCut) {
                    store.sync();
                    letGo();
                }
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("H2 could not write its header", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("H2 does not let its header be written", e);
            }
        });
    }

    /** What is needed by the version before the one forced next, and by all after it, is not written over until {@link #letGo}. */
    private void hold(MVStore store) {
        long now = System.nanoTime();
        if (held.isEmpty() || now - held.getLast().since() > HOLD_NANOS) {
            held.addLast(new Held(store, store.registerVersionUsage(), now));
        }
    }

    /**
     * After a version has been forced, what was needed only by those of more than ten seconds ago may go. Which pages a version has done without is booked with the next
     * but one, and by threads that may be late: hence the seconds.
     */
    private void letGo() {
        while (held.size() > 1) {
            Held oldest = held.removeFirst();
            if (System.nanoTime() - held.getFirst().since() < HOLD_NANOS) {
                held.addFirst(oldest);
                return;
            }
            release(oldest);
        }
    }

    private static void release(Held version) {
        version.store().deregisterVersionUsage(version.use());
    }

    /** Has pages moved out of chunks that are mostly obsolete, a little at a time, so that their room is used again and the file does not grow all day. */
    private void tidy(MVStore store) {
        if (System.nanoTime() - tidied > TIDY_NANOS) {
            try {
                store.compact(HALF, TIDIED_AT_ONCE);
            } catch (MVStoreException e) {
                // the store is broken or closed: whoever uses it next hears of it
            }
            tidied = System.nanoTime();
        }
    }

    /**
     * Readies a file that nobody has open for opening: {@link #unmark}, and {@link #forgetAbandoned} unless it had the mark, for whoever closed it cleanly
     * had done so when opening it.
     *
     * @param file may be absent
     */
    static void ready(Path file) {
        if (!unmark(file)) {
            forgetAbandoned(file);
        }
    }

    /**
     * Blanks the chunks that are newer than the newest version the store can be opened as of. A killed process leaves such ones when it wrote without
     * {@link #force}: opened as of an earlier chunk, the store gives the same numbers again, and a later opening, which follows the chunks by place and
     * number, goes on from a new one to an old one that lies where the successor was expected. Its pages are then looked for in other chunks than it
     * meant ("File corrupted in chunk").
     */
    private static void forgetAbandoned(Path file) {
        if (!Files.isWritable(file)) {
            return;
        }
        try {
            FileTime before = Files.getLastModifiedTime(file);
            BitSet used = new BitSet();
            long newest;
            MVStore store = new MVStore.Builder().fileName(file.toAbsolutePath().toString()).readOnly().open();
            try {
                newest = store.getFileStore().lastChunkVersion();
                for (SFChunk chunk : chunks(store)) {
                    used.set((int) chunk.block, (int) chunk.block + chunk.len);
                }
            } finally {
                store.closeImmediately();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock alone = channel.tryLock()) {
                if (alone != null && before.equals(Files.getLastModifiedTime(file)) && blankNewer(channel, used, newest)) {
                    channel.force(true);
                }
            }
        } catch (IOException | MVStoreException | OverlappingFileLockException e) {
            // open elsewhere, or unreadable: opening it says so, better than this could
        }
    }

    private static boolean blankNewer(FileChannel channel, BitSet used, long newest) throws IOException {
        boolean blanked = false;
        int end = (int) (channel.size() / BLOCK);
        for (int block = used.nextClearBit(2); block < end; block = used.nextClearBit(block + 1)) {
            byte[] start = new byte[128];
            channel.read(ByteBuffer.wrap(start), (long) block * BLOCK);
            if (!Arrays.equals(start, 0, CHUNK.length, CHUNK, 0, CHUNK.length)) {
                continue;
            }
            Matcher version = VERSION.matcher(new String(start, StandardCharsets.ISO_8859_1));
            if (version.find() && Long.parseLong(version.group(1), 16) > newest) {
                channel.write(ByteBuffer.wrap(new byte[BLOCK]), (long) block * BLOCK);
                blanked = true;
            }
        }
        return blanked;
    }

    @SuppressWarnings("unchecked")
    private static Collection<SFChunk> chunks(MVStore store) {
        try {
            Method chunks = FileStore.class.getDeclaredMethod("getChunks");
            chunks.setAccessible(true);
            return ((Map<Integer, SFChunk>) chunks.invoke(store.getFileStore())).values();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of H2 does not say where its chunks lie", e);
        }
    }

    /**
     * Takes the mark of a clean shutdown off a file that nobody has open; opening it then looks for the newest whole version, as after a crash.
     *
     * @param file may be absent
     * @return whether it had the mark
     */
    static boolean unmark(Path file) {
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone != null) {
                // one of the two copies after the other: at every moment one of them is whole
                boolean first = unmarkBlock(channel, 0);
                channel.force(true);
                boolean second = unmarkBlock(channel, BLOCK);
                channel.force(true);
                return first && second;
            }
        } catch (IOException | OverlappingFileLockException e) {
            // open elsewhere, or unreadable: opening it says so, better than this could
        }
        return false;
    }

    private static boolean unmarkBlock(FileChannel channel, long at) throws IOException {
        byte[] block = new byte[BLOCK];
        if (channel.read(ByteBuffer.wrap(block), at) < BLOCK) {
            return false;
        }
        String header = new String(block, StandardCharsets.ISO_8859_1);
        int sum = header.indexOf(SUM);
        if (sum < 0 || !header.substring(0, sum).contains(CLEAN_MARK) || !header.startsWith(sum(header.substring(0, sum)) + "\n", sum)) {
            return false;
        }
        String without = header.substring(0, sum).replace(CLEAN_MARK, "");
        channel.write(ByteBuffer.wrap(Arrays.copyOf((without + sum(without) + "\n").getBytes(StandardCharsets.ISO_8859_1), BLOCK)), at);
        return true;
    }

    private static String sum(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        return SUM + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }

    /** Lets go of what is held, for the store to be closed next. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            CompletableFuture.runAsync(() -> held.forEach(ForcedFile::release), thread).join();
            thread.shutdown();
        }
    }
}
