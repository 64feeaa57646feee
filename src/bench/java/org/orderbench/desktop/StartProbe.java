package org.orderbench.desktop;

import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Says when a window can be used: {@code READY} and the milliseconds since 1970, then the process ends. With program arguments it is Orderbench's own main
 * class with somebody who looks on; with {@code bare} it is a window with a word in it, with {@code table} one with an empty table, both in JavaFX's own theme.
 * It stands in the packages that {@code packaging/linux/start-ratio.sh} compares.
 */
public final class StartProbe {

    private StartProbe() {}

    /** Arguments: {@code bare}, {@code table}, or those of the program. Those of the packaging's training round show the bare window as well. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        if (arguments.length > 0 && arguments[0].equals("table")) {
            Platform.startup(() -> show(new TableView<>()));
            return;
        }
        if (arguments.length > 0 && (arguments[0].equals("bare") || Arrays.asList(arguments).contains("rehearse"))) {
            Platform.startup(() -> show(new StackPane(new Label("Bare"))));
            return;
        }
        Thread.ofPlatform().daemon().name("start-probe").start(StartProbe::watch);
        // By name: the bare window is packaged without Orderbench's classes.
        Class.forName("org.orderbench.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void show(Parent root) {
        Stage stage = new Stage();
        stage.setScene(new Scene(root, 1440, 900));
        stage.show();
        report();
    }

    private static void watch() {
        while (true) {
            try {
                Platform.runLater(StartProbe::report);
                return;
            } catch (IllegalStateException notYet) {
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** Looks at each frame; the second frame that has it all was shown for certain. */
    private static void report() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames = usable() ? frames + 1 : 0;
                if (frames == 2) {
                    System.out.println("READY " + System.currentTimeMillis());
                    System.out.flush();
                    stop();
                    if (System.getProperty("orderbench.probe.stay") == null) {
                        // As a user closes it: a killed process leaves a cache that the next start has to look through.
                        List.copyOf(Window.getWindows()).forEach(Window::hide);
                    }
                }
            }
        }.start();
    }

    /** The bare window's word or table, or rows of the review with something in them. */
    private static boolean usable() {
        for (Window window : Window.getWindows()) {
            Scene scene = window.getScene();
            if (window.isShowing() && scene != null && (isBare(scene) || rows(scene))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBare(Scene scene) {
        return scene.getRoot() instanceof TableView<?> || (scene.getRoot() instanceof StackPane bare && bare.getChildren().getFirst() instanceof Label);
    }

    private static boolean rows(Scene scene) {
        for (Node row : scene.getRoot().lookupAll(".table-row-cell")) {
            if (row instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.isVisible()) {
                return true;
            }
        }
        return false;
    }
}
