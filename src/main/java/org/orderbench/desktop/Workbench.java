package org.orderbench.desktop;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.handover.Link;

/** Opens the window. */
public final class Workbench {

    private Workbench() {}

    /**
     * Opens the workbench and returns when its window is closed. Starts JavaFX, which a process can do once.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(ServiceSource source) throws InterruptedException {
        open(source, Optional.empty(), door -> {});
    }

    /**
     * @param first what to show at once
     * @param door  is given, once the window is there, the one to tell of later starts of the program; may be told on any thread
     */
    public static void open(ServiceSource source, Optional<Link> first, Consumer<Consumer<Optional<Link>>> door) throws InterruptedException {
        MacLinks.prepare();
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Platform.startup(() -> {
                try {
                    Stage stage = new Stage();
                    stage.setOnHidden(event -> closed.countDown());
                    HostServices browser = new Browser().getHostServices();
                    DesktopApp app = new DesktopApp(stage, source, background, browser);
                    app.start();
                    first.ifPresent(app::follow);
                    Consumer<Optional<Link>> visitor = link -> Platform.runLater(() -> app.visit(link));
                    background.execute(() -> {
                        door.accept(visitor);
                        MacLinks.tell(visitor);
                    });
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
