package org.orderbench.desktop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.orderbench.desktop.common.ServiceSource;

/** Opens the window. */
public final class Workbench {

    private Workbench() {}

    /**
     * Opens the workbench and returns when its window is closed. Starts JavaFX, which a process can do once.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(ServiceSource source) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Platform.startup(() -> {
                try {
                    Stage stage = new Stage();
                    stage.setOnHidden(event -> closed.countDown());
                    HostServices browser = new Browser().getHostServices();
                    new DesktopApp(stage, source, background, browser).start();
                } catch (RuntimeException | Error failure) {
                    // Without this the program would wait for ever for a window that never came.
                    closed.countDown();
                    throw failure;
                }
            });
            closed.await();
        }
        Platform.exit();
    }

    /** JavaFX gives the way to the browser to applications only. */
    private static final class Browser extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("The window is opened by Workbench");
        }
    }
}
