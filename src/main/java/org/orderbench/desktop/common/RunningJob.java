package org.orderbench.desktop.common;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job under way: its progress as properties for the window thread, and the user's wish to stop it. */
public final class RunningJob implements Progress {

    private final String name;
    private final Executor window;
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper(this, "step", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private volatile boolean cancelled;

    RunningJob(String name, Executor window) {
        this.name = name;
        this.window = window;
    }

    public String name() {
        return name;
    }

    public ReadOnlyStringProperty step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void at(String nextStep, double nextFraction) {
        window.execute(() -> {
            step.set(nextStep);
            fraction.set(nextFraction);
        });
    }
}
