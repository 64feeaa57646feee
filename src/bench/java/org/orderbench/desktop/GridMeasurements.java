package org.orderbench.desktop;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.review.QuickFilter;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.shell.Host;

/** The measurements of {@code GridBench}. Every figure is printed with the limit that we set ourselves; none fails. */
public final class GridMeasurements {

    private static final int WARM_UPS = 10;
    private static final int RUNS = 25;
    private static final int REPAINTS = 100;

    private final Stagehand window;
    private WritableImage canvas = new WritableImage(1440, 900);

    private GridMeasurements(Stagehand window) {
        this.window = window;
    }

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        if (arguments.length < 2) {
            OpeningTimes.print(lines);
        }
        Toolkit.startHeadless();
        Rest rest = new Rest();
        Tasks tasks = new Tasks(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, Throwable::printStackTrace);
        try (Stagehand window = Stagehand.open(new SampleServices(lines, false), Stagehand.Setting.USUAL, tasks, resting(rest))) {
            while (window.<Boolean>ask(() -> window.shell.review().phase().get() != ReviewModel.Phase.SHOWN || window.shell.review().reading().get())) {
                Thread.sleep(50);
            }
            System.out.println(String.format(Locale.ROOT, "%-34s %10s %10s %10s %12s", lines + " lines, in ms", "median", "p95", "limit", "CPU median"));
            GridMeasurements measurements = new GridMeasurements(window);
            measurements.arranging();
            measurements.frames();
            measurements.repaints(lines);
            measurements.keystrokes();
            measurements.heap();
        } finally {
            Platform.exit();
        }
        System.exit(0); // Background work may still run.
    }

    /** As the program does it: what is shown of a line comes when the keyboard rests. */
    static Host resting(Rest rest) {
        Host none = Host.none();
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (self, method, arguments) -> {
            switch (method.getName()) {
                case "whenRested" -> rest.afterAMoment((Runnable) arguments[0]);
                case "whenDrawn" -> rest.afterPainting((Runnable) arguments[0]);
                default -> {
                    return method.invoke(none, arguments);
                }
            }
            return null;
        });
    }

    private ReviewModel review() {
        return window.shell.review();
    }

    private void arranging() throws InterruptedException {
        ReviewModel review = review();
        TableView<?> table = window.ask(() -> (TableView<?>) window.scene().lookup(".review-grid .table-view"));
        once("first sort by name", 100, () -> {
            sortBy(table, "name");
            return layout();
        });
        once("first sort by value", 100, () -> {
            sortBy(table, "value");
            return layout();
        });
        measure("sort by value or name", 100, i -> {
            sortBy(table, i % 2 == 0 ? "value" : "name");
            return layout();
        });
        measure("sort by lead, then value", 100, i -> {
            sortBy(table, i % 2 == 0 ? "lead" : "arrival", "value");
            return layout();
        });
        window.ask(() -> {
            table.getSortOrder().clear();
            return table;
        });
        measure("quick filter", 100, i -> {
            review.filter().set(i % 2 == 0 ? QuickFilter.URGENT : QuickFilter.OPEN);
            return layout();
        });
        measure("group or not", 100, i -> {
            review.grouped().set(i % 2 == 1);
            return layout();
        });
        measure("search for a word", 100, i -> {
            review.search().set(i % 2 == 0 ? "lunch" : "");
            return layout();
        });
        window.ask(() -> {
            review.grouped().set(true);
            review.filter().set(QuickFilter.OPEN);
            review.search().set("");
            return layout();
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, String... ids) {
        TableColumn<T, ?>[] columns = new TableColumn[ids.length];
        for (int i = 0; i < ids.length; i++) {
            String id = ids[i];
            columns[i] = table.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
        }
        table.getSortOrder().setAll(columns);
    }

    /** Three rows a frame: a fast wheel. */
    private void frames() throws InterruptedException {
        VirtualFlow<?> flow = window.ask(() -> (VirtualFlow<?>) window.scene().lookup(".review-grid .virtual-flow"));
        measure("scrolled frame, without painting", 16, i -> {
            flow.scrollPixels(96);
            return layout();
        });
        measure("scrolled frame, painted whole", 16, i -> {
            flow.scrollPixels(96);
            return paint();
        });
    }

    /** By the toolkit's own pulses, beside JavaFX's own table under the same pipeline. */
    private void repaints(int lines) throws Exception {
        window.ask(() -> {
            review().grouped().set(true);
            return layout();
        });
        Painting painting = new Painting(window.scene());
        VirtualFlow<?> flow = window.ask(() -> (VirtualFlow<?>) window.scene().lookup(".review-grid .virtual-flow"));
        double ours = repaint("scroll until painted", 16, painting, () -> flow.scrollPixels(96));
        window.press(KeyCode.HOME);
        double arrow = repaint("arrow down until painted", 50, painting, () -> window.firePressed(KeyCode.DOWN));
        repaint("space marks until painted", 50, painting, () -> window.firePressed(KeyCode.SPACE));
        window.press(KeyCode.ESCAPE);
        Stage bare = window.ask(() -> BareTable.open(lines, (TableView<?>) window.scene().lookup(".review-grid .table-view")));
        Painting plain = new Painting(bare.getScene());
        VirtualFlow<?> plainFlow = window.ask(() -> (VirtualFlow<?>) bare.getScene().lookup(".virtual-flow"));
        measure("bare table: frame without painting", 16, i -> {
            plainFlow.scrollPixels(96);
            bare.getScene().getRoot().applyCss();
            bare.getScene().getRoot().layout();
            return bare;
        });
        TableView<?> table = (TableView<?>) bare.getScene().getRoot();
        double theirs = repaint("bare table: scroll until painted", 16, plain, () -> plainFlow.scrollPixels(96));
        double theirArrow = repaint("bare table: arrow until painted", 50, plain, () -> table.getSelectionModel().selectNext());
        window.ask(() -> {
            bare.close();
            return bare;
        });
        System.out.println(String.format(Locale.ROOT, "p95 against a bare table: scrolling %.2f times, arrow %.2f times", ours / theirs, arrow / theirArrow));
    }

    private static double repaint(String name, double limit, Painting painting, Runnable change) throws Exception {
        double[] took = new double[REPAINTS];
        for (int i = -WARM_UPS; i < REPAINTS; i++) {
            double one = painting.until(change);
            if (i >= 0) {
                took[i] = one;
            }
            Thread.sleep(7); // so that changes come at any moment between two pulses
        }
        Arrays.sort(took);
        double p95 = took[REPAINTS * 95 / 100];
        print(name, took[REPAINTS / 2], p95, limit, Double.NaN);
        return p95;
    }

    private void keystrokes() throws InterruptedException {
        window.press(KeyCode.HOME);
        measureKey("arrow down, painted", KeyCode.DOWN);
        measureKey("space marks, painted", KeyCode.SPACE);
        window.press(KeyCode.ESCAPE);
        measure("Ctrl A marks all, painted", 50, i -> {
            review().toggleAll();
            return paint();
        });
        window.ask(() -> {
            review().clearMarks();
            review().toggleAll();
            return paint();
        });
        measureKey("arrow down, all marked, painted", KeyCode.DOWN);
        window.press(KeyCode.ESCAPE);
        measure("approve one line, painted", 50, i -> {
            review().decisions().approve();
            return paint();
        });
        window.type("e");
        measure("letter in a cell, painted", 50, i -> {
            window.fireTyped("1");
            return paint();
        });
        window.press(KeyCode.ESCAPE);
        window.type("/");
        measure("letter in the search, painted", 50, i -> {
            window.fireTyped(String.valueOf((char) ('a' + i % 3)));
            return paint();
        });
    }

    /** What is worked out once. */
    private void once(String name, double limit, Callable<?> work) throws InterruptedException {
        double[] took = window.ask(timed(work));
        print(name, took[0], Double.NaN, limit, took[1]);
    }

    private void measureKey(String name, KeyCode key) throws InterruptedException {
        measure(name, 50, i -> {
            window.firePressed(key);
            return paint();
        });
    }

    private void heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        double used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        System.out.println(String.format(Locale.ROOT, "%-34s %10.0f %10s %10d", "heap after collection, MB", used, "", 600));
    }

    /** A step of a measurement; the index tells it which way to go. */
    private interface Step {
        Object run(int index) throws Exception;
    }

    private void measure(String name, double limit, Step step) throws InterruptedException {
        double[] wall = new double[RUNS];
        double[] cpu = new double[RUNS];
        for (int i = -WARM_UPS; i < RUNS; i++) {
            int index = Math.floorMod(i, 1000);
            double[] took = window.ask(timed(() -> step.run(index)));
            if (i >= 0) {
                wall[i] = took[0];
                cpu[i] = took[1];
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        print(name, wall[RUNS / 2], wall[RUNS * 95 / 100], limit, cpu[RUNS / 2]);
    }

    private static void print(String name, double median, double p95, double limit, double cpu) {
        System.out.println(String.format(Locale.ROOT, "%-34s %10.1f %10.1f %10.0f %12.1f", name, median, p95, limit, cpu));
    }

    private static Callable<double[]> timed(Callable<?> work) {
        return () -> {
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.call();
            return new double[] {(System.nanoTime() - start) / 1e6, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6};
        };
    }

    private Object layout() {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        return window;
    }

    /** Painted into a picture, which also reads it back: an upper bound for a frame on the screen. */
    private Object paint() {
        layout();
        canvas = window.scene().getRoot().snapshot(new SnapshotParameters(), canvas);
        return canvas;
    }
}
