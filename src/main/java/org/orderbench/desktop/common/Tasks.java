package org.orderbench.desktop.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The one seam between the window thread and all others: work goes out, results come back. What is thrown and not expected goes to one
 * place, so no background failure vanishes. Called on the window thread.
 */
public final class Tasks {

    private final Executor background;
    private final Executor window;
    private final Consumer<Throwable> unexpected;
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /**
     * @param background where work runs
     * @param window     puts a piece on the window thread
     * @param unexpected hears, on the window thread, of every failure that nobody asked to handle
     */
    public Tasks(Executor background, Executor window, Consumer<Throwable> unexpected) {
        this.background = background;
        this.window = window;
        this.unexpected = unexpected;
    }

    /** Everything at once on the caller's thread, failures thrown: for tests. */
    public static Tasks sameThread() {
        return new Tasks(Runnable::run, Runnable::run, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    /** Runs quick work; {@code done} hears the result on the window thread. */
    public <T> void run(Callable<T> work, Consumer<? super T> done) {
        run(work, done, unexpected);
    }

    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        background.execute(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception | LinkageError failure) {
                window.execute(() -> failed.accept(failure));
                return;
            }
            window.execute(() -> finish(result, done));
        });
    }

    private <T> void finish(T result, Consumer<? super T> done) {
        try {
            done.accept(result);
        } catch (RuntimeException failure) {
            unexpected.accept(failure);
        }
    }

    /** For whoever handles a failure but does not know it either. */
    public void fail(Throwable failure) {
        unexpected.accept(failure);
    }

    /** Runs a long job with progress and cancel; {@link #busy} until it ends. A job that is running under the same name is not started twice. */
    public void start(String name, Job job, Consumer<? super String> done, Consumer<? super Throwable> failed) {
        if (running.stream().anyMatch(other -> other.name().equals(name))) {
            return;
        }
        RunningJob task = new RunningJob(name, window);
        running.add(task);
        busy.set(true);
        run(() -> job.run(task), summary -> {
            end(task);
            done.accept(summary);
        }, failure -> {
            end(task);
            failed.accept(failure);
        });
    }

    private void end(RunningJob task) {
        running.remove(task);
        busy.set(!running.isEmpty());
    }

    /** Jobs under way, oldest first. */
    public ObservableList<RunningJob> running() {
        return running;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
