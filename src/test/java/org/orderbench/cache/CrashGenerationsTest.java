package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that was killed, opened, killed, opened and so on reads whole each time. {@link CrashImageTest} opens each image once; here work goes on in what
 * the killed process left, among chunks that nothing names any more. With {@link ForcedFile#unmark} alone, one opening in a hundred finds the file damaged.
 */
class CrashGenerationsTest {

    @TempDir
    Path folder;

    private Method header;

    @BeforeEach
    void header() throws NoSuchMethodException {
        header = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
        header.setAccessible(true);
    }

    @Test
    void whatAKilledProcessLeftIsNotTakenForTheSuccessorOfWhatIsWrittenNext() throws Exception {
        assertThat(generations(400, 1)).isEmpty();
    }

    @Tag("soak")
    @Test
    void throughThousandsOfKills() throws Exception {
        assertThat(generations(Integer.getInteger("crash.generations", 20_000), Long.getLong("crash.seed", 2))).isEmpty();
    }

    /** @return what went wrong */
    private List<String> generations(int count, long seed) throws Exception {
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        Path file = folder.resolve("cache.mv.db");
        long saved = -1;
        for (int generation = 0; generation < count; generation++) {
            if (generation % 60 == 0) {
                Files.deleteIfExists(file);
                saved = -1;
            }
            ForcedFile.ready(file);
            byte[] left = null;
            MVStore store = null;
            try {
                store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
                store.setRetentionTime(0);
                store.setVersionsToKeep(0);
                long found = read(store);
                if (found < saved) {
                    wrong.add("generation " + generation + ": the newest is " + found + " of " + saved);
                }
                saved = work(store, generation, Math.max(saved, found), random);
                left = Files.readAllBytes(file);
            } catch (MVStoreException e) {
                wrong.add("generation " + generation + ": " + e.getMessage());
            }
            if (store != null) {
                store.closeImmediately();
            }
            if (left == null) {
                Files.deleteIfExists(file);
                saved = -1;
            } else {
                Files.write(file, left);
            }
        }
        return wrong;
    }

    /** In turn: much that is forced, a little that is not, and one small commit that is. */
    private long work(MVStore store, int generation, long saved, Random random) throws ReflectiveOperationException {
        boolean forced = generation % 3 != 1;
        boolean small = generation % 3 != 0;
        long last = saved;
        for (int step = generation % 60 == 0 ? 12 : small ? generation % 3 == 1 ? 2 + random.nextInt(2) : 1 : 4; step > 0; step--) {
            int number = random.nextInt(2);
            MVMap<Integer, String> map = store.openMap("map" + number);
            for (int change = small ? 1 : 1 + random.nextInt(4); change > 0; change--) {
                int key = random.nextInt(40);
                if (random.nextInt(3) == 0) {
                    map.remove(key);
                } else {
                    map.put(key, number + ":" + key + ":" + "x".repeat(random.nextInt(small ? 500 : 6_000)));
                }
            }
            if (forced) {
                store.<Integer, Long>openMap("saved").put(0, ++last);
            }
            store.commit();
            if (forced) {
                store.getFileStore().getStoreHeader().remove("clean");
                header.invoke(store.getFileStore());
            }
        }
        return last;
    }

    private static long read(MVStore store) {
        for (int number = 0; number < 2; number++) {
            MVMap<Integer, String> map = store.openMap("map" + number);
            Cursor<Integer, String> rows = map.cursor(null);
            while (rows.hasNext()) {
                int key = rows.next();
                assertThat(rows.getValue()).startsWith(number + ":" + key + ":");
            }
        }
        return store.<Integer, Long>openMap("saved").getOrDefault(0, -1L);
    }
}
