package org.orderbench.cache;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.orderbench.journal.Journal;
import org.orderbench.journal.JournalEntry;
import org.orderbench.journal.JournalExport;

/**
 * The journal of a busy year: half a million entries on disk. What a page of the window, a check of the whole chain, an export and one more decision cost
 * then, against the same with a hundredth of them. The number of entries is the first argument.
 */
public final class JournalBench {

    private static final int BATCH = 500;
    private static final int PAGE = 200;
    private static final int REPEATS = 15;

    private JournalBench() {}

    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length == 0 ? 500_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("journal-bench");
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            CacheJournal journal = new CacheJournal(database, Clock.systemUTC());
            fill(database, journal, entries / 100);
            Measured few = measure("a hundredth", journal);
            Duration filling = fill(database, journal, entries - entries / 100);
            Measured all = measure("a year", journal);
            System.out.printf("%d entries, %d MB on disk; %d entries/s appended in transactions of %d%n", entries, Files.size(folder.resolve("cache.mv.db")) >> 20,
                    entries * 1000L / Math.max(1, filling.toMillis()), BATCH);
            System.out.printf("of a hundred times the entries: first page %.2f times, page in the middle %.2f times, one decision %.2f times; check %.2f and export %.2f times per entry%n",
                    ratio(all.page(), few.page()), ratio(all.middle(), few.middle()), ratio(all.append(), few.append()), ratio(all.verify(), few.verify()) / 100,
                    ratio(all.export(), few.export()) / 100);
        } finally {
            delete(folder);
        }
    }

    private record Measured(Duration page, Duration middle, Duration append, Duration verify, Duration export) {}

    private static Measured measure(String what, CacheJournal journal) throws IOException {
        long size = journal.newest(0, 1).getFirst().seq();
        Measured measured = new Measured(
                median(() -> journal.newest(0, PAGE)), median(() -> journal.newest(size / 2, PAGE)), median(() -> journal.append(what(1))), once(() -> {
                    if (!journal.verify().whole()) {
                        throw new IllegalStateException("The chain is broken");
                    }
                }), once(() -> export(journal)));
        System.out.printf("%s, %d entries: first page %.2f ms, page in the middle %.2f ms, one more %.2f ms; check of all %d ms, export %d ms%n", what, size,
                measured.page().toNanos() / 1e6, measured.middle().toNanos() / 1e6, measured.append().toNanos() / 1e6, measured.verify().toMillis(), measured.export().toMillis());
        return measured;
    }

    private static void export(Journal journal) {
        try (Writer out = Writer.nullWriter()) {
            new JournalExport(journal).csv(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration fill(CacheDatabase database, CacheJournal journal, int entries) {
        long start = System.nanoTime();
        for (int done = 0; done < entries; done += BATCH) {
            int many = Math.min(BATCH, entries - done);
            int from = done;
            database.useTransaction(handle -> {
                for (int i = 0; i < many; i++) {
                    journal.append(handle, what(from + i));
                }
            });
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static JournalEntry.What what(int number) {
        return new JournalEntry.What(
                "buyer" + number % 7, "approve", "line " + number + " SKU-" + number % 5000, "", "{\"state\":\"OPEN\",\"quantity\":\"" + number % 100 + "\"}",
                "{\"state\":\"APPROVED\",\"quantity\":\"" + number % 100 + "\",\"confirm\":false}");
    }

    private static Duration median(Runnable work) {
        return Stream.generate(() -> once(work)).limit(REPEATS).sorted(Comparator.naturalOrder()).toList().get(REPEATS / 2);
    }

    private static Duration once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / Math.max(1, other.toNanos());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
