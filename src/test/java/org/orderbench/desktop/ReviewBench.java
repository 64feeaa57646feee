package org.orderbench.desktop;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.orderbench.desktop.review.QuickFilter;
import org.orderbench.desktop.review.ReviewModel;

/**
 * Prints what the review screen costs with many lines (the argument): milliseconds of processor time on the window thread, layout included, so that a
 * busy machine does not blur it; medians of fifteen after warming up.
 */
final class ReviewBench {

    private ReviewBench() {}

    public static void main(String[] arguments) throws Exception {
        int lines = Integer.parseInt(arguments[0]);
        Toolkit.startHeadless();
        try {
            long start = System.nanoTime();
            try (Stagehand window = Stagehand.open(lines, false)) {
                print("open", (System.nanoTime() - start) / 1e6);
                ReviewModel review = window.shell.review();
                measure("search", window, () -> {
                    review.search().set(review.search().get().isEmpty() ? "lunch" : "");
                    return 0;
                });
                measure("filter", window, () -> {
                    review.filter().set(review.filter().get() == QuickFilter.OPEN ? QuickFilter.URGENT : QuickFilter.OPEN);
                    return 0;
                });
                measure("group", window, () -> {
                    review.grouped().set(!review.grouped().get());
                    return 0;
                });
                measureKeys("arrow down", window, KeyCode.DOWN);
                measureKeys("space", window, KeyCode.SPACE);
                window.press(KeyCode.ESCAPE);
                measure("approve one", window, () -> {
                    review.decisions().approve();
                    return 0;
                });
            }
            System.gc();
            print("heap MB", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0);
        } finally {
            Platform.exit();
        }
    }

    private static void measureKeys(String name, Stagehand window, KeyCode key) throws InterruptedException {
        double[] times = new double[15];
        for (int i = -10; i < times.length; i++) {
            long start = window.ask(ReviewBench::processorTime);
            window.press(key);
            times[Math.max(0, i)] = (window.ask(ReviewBench::processorTime) - start) / 1e6;
        }
        Arrays.sort(times);
        print(name, times[times.length / 2]);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(String name, Stagehand window, Callable<Integer> work) throws InterruptedException {
        double[] times = new double[15];
        for (int i = -10; i < times.length; i++) {
            times[Math.max(0, i)] = window.ask(() -> {
                long start = processorTime();
                work.call();
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return (processorTime() - start) / 1e6;
            });
        }
        Arrays.sort(times);
        print(name, times[times.length / 2]);
    }

    private static void print(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%-12s %8.1f", name, value));
    }
}
