package org.orderbench.desktop;

import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Times a change of the window until it is painted, by the toolkit's own pulses: the change waits for the next pulse, is styled and laid out in it, and painted
 * by a thread of its own, which does one thing after the other. So that thread is asked, once the pulse is over, when it gets round to us.
 */
final class Painting {

    private final Scene scene;
    private final Executor painter;

    Painting(Scene scene) throws ReflectiveOperationException {
        this.scene = scene;
        Method painters = Class.forName("com.sun.javafx.tk.quantum.QuantumRenderer").getDeclaredMethod("getInstance");
        painters.setAccessible(true);
        painter = (Executor) painters.invoke(null);
    }

    /** Milliseconds from the change until it is on the screen. Called on another thread than the window's. */
    double until(Runnable change) throws Exception {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        CompletableFuture<Long> begun = new CompletableFuture<>();
        Platform.runLater(() -> {
            begun.complete(System.nanoTime());
            change.run();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(() -> painter.execute(() -> painted.complete(System.nanoTime())));
                }
            });
            Platform.requestNextPulse();
        });
        return (painted.get() - begun.get()) / 1e6;
    }
}
