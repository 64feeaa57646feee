package org.orderbench.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** Runs pieces of work on the window thread and waits for them, with or without a display. */
final class Toolkit {

    private Toolkit() {}

    /** Starts JavaFX on its headless platform, unless somebody started it already or asked for another one. */
    static void startHeadless() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            return;
        } finally {
            Platform.setImplicitExit(false);
        }
    }

    static <T> T call(Callable<T> work) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The picture could not be drawn", failed.getCause());
        }
    }
}
