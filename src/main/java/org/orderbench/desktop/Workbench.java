package org.orderbench.desktop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.orderbench.desktop.common.WorkbenchServices;

/** Opens the window. */
public final class Workbench {

    private Workbench() {}

    /**
     * Opens the workbench and returns when its last window is closed. Starts JavaFX, which a process can do once.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(WorkbenchServices services) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            DesktopApp app = new DesktopApp(services, background);
            Platform.startup(() -> {
                Stage stage = new Stage();
                stage.setOnHidden(event -> closed.countDown());
                app.start(stage);
            });
            closed.await();
        }
        Platform.exit();
    }
}
