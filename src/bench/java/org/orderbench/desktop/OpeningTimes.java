package org.orderbench.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheProposals;
import org.orderbench.desktop.common.Fonts;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.shell.Shell;
import org.orderbench.proposal.Plan;

/**
 * From the start of a fresh process to the first picture: a bare window with an empty table, and the workbench on a real cache with as many lines, opened,
 * read and shown so far that a buyer can decide.
 */
final class OpeningTimes {

    private static final int RUNS = 5;

    private OpeningTimes() {}

    static void print(int lines) throws Exception {
        Path cache = Files.createTempDirectory("orderbench-bench");
        try (CacheDatabase database = CacheDatabase.open(cache)) {
            new CacheProposals(database.jdbi()).save(
                    new Plan(SampleData.NOW, SampleData.TODAY, lines, new SampleData(lines, 7).proposals(), List.of()));
        }
        try {
            double[] bare = new double[RUNS];
            double[] grid = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                bare[i] = run("bare", cache);
                grid[i] = run("grid", cache);
            }
            Arrays.sort(bare);
            Arrays.sort(grid);
            System.out.println(String.format(Locale.ROOT, "open, from process start: bare window %.0f ms, grid of %d lines %.0f ms: %.2f times (limit 1.5)",
                    bare[RUNS / 2], lines, grid[RUNS / 2], grid[RUNS / 2] / bare[RUNS / 2]));
        } finally {
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double run(String what, Path cache) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OpeningTimes.class.getName(), what, cache.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        double answer = Double.NaN;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answer = line.startsWith("READY ") ? Double.parseDouble(line.substring(6)) : answer;
            }
        }
        if (process.waitFor() != 0 || Double.isNaN(answer)) {
            throw new IOException("The process \"" + what + "\" ended without a picture.");
        }
        return answer;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("bare")) {
            Toolkit.startHeadless();
            Toolkit.call(OpeningTimes::bare);
            ready();
        } else {
            grid(Path.of(arguments[1]));
        }
        Platform.exit();
        Runtime.getRuntime().halt(0);
    }

    private static void ready() {
        System.out.println("READY " + (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    private static Object bare() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new TableView<>(), 1440, 900));
        stage.show();
        return ScreenShooter.picture(stage.getScene(), 1);
    }

    /** As the program does it: JavaFX starts, the cache is opened and the window is made at the same time, and what can wait comes after the first rows. */
    private static void grid(Path cache) throws Exception {
        Thread.ofPlatform().daemon().start(Toolkit::startHeadless);
        try (CacheDatabase database = CacheDatabase.opening(cache);
                ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            WorkbenchServices services = new SampleServices(0, false).services(Locale.UK, new CacheProposals(database.jdbi()));
            Toolkit.startHeadless();
            CompletableFuture<Scene> usable = new CompletableFuture<>();
            Toolkit.call(() -> open(services, new Tasks(background, Platform::runLater, usable::completeExceptionally), usable));
            Scene scene = usable.get();
            Toolkit.call(() -> ScreenShooter.picture(scene, 1));
            ready();
            Runtime.getRuntime().halt(0); // What comes after the first rows is still being read.
        }
    }

    private static Scene open(WorkbenchServices services, Tasks tasks, CompletableFuture<Scene> usable) {
        Fonts.load();
        Shell shell = new Shell(services, tasks, GridMeasurements.resting(new Rest()));
        Scene scene = new Scene(shell.root(), 1440, 900);
        Look.USUAL.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.review().phase().subscribe(phase -> {
            if (phase == ReviewModel.Phase.SHOWN) {
                usable.complete(scene);
            }
        });
        return scene;
    }
}
