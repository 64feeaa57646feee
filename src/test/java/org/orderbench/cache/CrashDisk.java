package org.orderbench.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system for H2 ({@code jdbc:h2:crash:…}) that shows the database file as a process killed at any write would leave it. */
public final class CrashDisk extends FilePathWrapper {

    /** What stands in the file half-way through each write, and after it. H2 makes the wrapper itself, so this cannot be handed to it. */
    static final AtomicReference<Moment> MOMENT = new AtomicReference<>(bytes -> {});

    /** Hears of each moment at which the process could have been killed. */
    interface Moment {
        void killedHere(byte[] file) throws IOException;
    }

    @Override
    public String getScheme() {
        return "crash";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), Path.of(getBase().toString()));
    }

    static String url(Path file) {
        FilePath.register(new CrashDisk());
        return "jdbc:h2:crash:" + file.toAbsolutePath() + CacheDatabase.OPTIONS;
    }

    private static final class Channel extends FileBaseDefault {
        private static final int BLOCK = 4096;
        private final FileChannel base;
        private final Path path;

        Channel(FileChannel base, Path path) {
            this.base = base;
            this.path = path;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            int length = from.remaining();
            int half = length / 2 / BLOCK * BLOCK;
            if (half > 0) {
                base.write(from.slice(from.position(), half), position);
                MOMENT.get().killedHere(Files.readAllBytes(path));
            }
            base.write(from, position);
            MOMENT.get().killedHere(Files.readAllBytes(path));
            return length;
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return base.read(to, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
