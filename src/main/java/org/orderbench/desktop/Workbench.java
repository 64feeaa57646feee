package org.orderbench.desktop;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.Theme;
import org.orderbench.handover.Link;

/** Opens the window. */
public final class Workbench {

    /** JavaFX, once it runs; why not, where it cannot. It can be started once. */
    private final CompletableFuture<Void> toolkit = new CompletableFuture<>();

    private Workbench() {}

    /**
     * Starts JavaFX by the side of other work, for a window that is about to be opened: on two processors both then take the time of the longer one.
     * Whoever opens no window after all ends the process with {@link System#exit}.
     */
    public static Workbench start() {
        MacLinks.prepare();
        Theme.announce();
        Workbench workbench = new Workbench();
        Thread.ofPlatform().daemon().name("start-window").start(workbench::startToolkit);
        return workbench;
    }

    private void startToolkit() {
        try {
            Platform.startup(() -> {});
            toolkit.complete(null);
        } catch (IllegalStateException running) {
            toolkit.complete(null);
        } catch (UnsupportedOperationException noDisplay) {
            toolkit.completeExceptionally(noDisplay);
        }
    }

    private static void await(CompletableFuture<Void> stage) {
        try {
            stage.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException said ? said : e;
        }
    }

    /**
     * Opens the window and returns when it is closed. A process can do that once.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public void open(ServiceSource source) throws InterruptedException {
        open(source, Optional.empty(), door -> {});
    }

    /**
     * @param first what to show at once
     * @param door  is given, once the window is there, the one to tell of later starts of the program; may be told on any thread
     */
    public void open(ServiceSource source, Optional<Link> first, Consumer<Consumer<Optional<Link>>> door) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> neverCame = new AtomicReference<>();
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            DesktopApp app = new DesktopApp(source, background);
            CompletableFuture<Void> taken = toolkit.thenRunAsync(() -> {
                Stage stage = new Stage();
                stage.setOnHidden(event -> closed.countDown());
                app.take(stage, new Browser().getHostServices());
            }, Platform::runLater);
            app.prepare();
            await(taken);
            Platform.runLater(() -> {
                try {
                    app.start();
                    first.ifPresent(app::follow);
                    Consumer<Optional<Link>> visitor = link -> Platform.runLater(() -> app.visit(link));
                    background.execute(() -> {
                        door.accept(visitor);
                        MacLinks.tell(visitor);
                    });
                } catch (RuntimeException | Error failure) {
                    // Without this the program would wait for ever for a window that never came.
                    neverCame.set(failure);
                    closed.countDown();
                }
            });
            closed.await();
        }
        Platform.exit();
        Throwable failure = neverCame.get();
        if (failure != null) {
            throw new IllegalStateException("The window could not be opened", failure);
        }
    }

    /** JavaFX gives the way to the browser to applications only. */
    private static final class Browser extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("The window is opened by Workbench");
        }
    }
}
