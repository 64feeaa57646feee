package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TasksTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Throwable> unexpected = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run, unexpected::add);

    @Test
    void aJobIsBusyUntilItEndsAndTellsItsProgress() {
        tasks.start("sync", progress -> {
            progress.at("Stock", 0.5);
            return "read";
        }, told::add, failure -> told.add("failed"));
        assertThat(tasks.busy().get()).isTrue();
        RunningJob job = tasks.running().getFirst();
        background.remove().run();
        assertThat(job.step().get()).isEqualTo("Stock");
        assertThat(job.fraction().get()).isEqualTo(0.5);
        assertThat(told).containsExactly("read");
        assertThat(tasks.busy().get()).isFalse();
    }

    @Test
    void theSameJobIsNotStartedTwice() {
        tasks.start("push", progress -> "sent", told::add, failure -> {});
        tasks.start("push", progress -> "sent", told::add, failure -> {});
        assertThat(background).hasSize(1);
    }

    @Test
    void aFailedJobEndsAndSaysWhy() {
        tasks.start("push", progress -> {
            throw new IllegalStateException("no server answers");
        }, told::add, failure -> told.add(failure.getMessage()));
        background.remove().run();
        assertThat(told).containsExactly("no server answers");
        assertThat(tasks.busy().get()).isFalse();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void noFailureVanishes() {
        tasks.run(() -> {
            throw new IllegalStateException("in the work");
        }, result -> {});
        tasks.run(() -> "fine", result -> {
            throw new IllegalStateException("in the window");
        });
        background.forEach(Runnable::run);
        assertThat(unexpected).extracting(Throwable::getMessage).containsExactly("in the work", "in the window");
    }

    @Test
    void aJobHearsThatItIsToStop() {
        tasks.start("sync", progress -> progress.cancelled() ? "stopped" : "read", told::add, failure -> {});
        tasks.running().getFirst().cancel();
        background.remove().run();
        assertThat(told).containsExactly("stopped");
    }
}
