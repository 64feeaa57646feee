package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.WorkbenchServices;

/** The window as the program opens it, on a computer that has never seen it, and on one that has. */
class FirstStartTest {

    /** Only JavaFX makes the way to the browser. */
    static final class Nowhere extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("Not started here");
        }
    }

    record Profile(SampleServices sample) implements ServiceSource {

        @Override
        public Preferences preferences() {
            return sample.preferences;
        }

        @Override
        public WorkbenchServices services(Locale locale) {
            return sample.services(locale);
        }

        @Override
        public ServiceSource demo(Progress progress) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public void close() {}
    }

    private static void start(DesktopApp app, Stage stage) {
        app.prepare();
        app.take(stage, new Nowhere().getHostServices());
        app.start();
    }

    private static String focusAfterStart(SampleServices sample) throws InterruptedException {
        Toolkit.startHeadless();
        Executor never = work -> {};
        return Toolkit.call(() -> {
            Stage stage = new Stage();
            start(new DesktopApp(new Profile(sample), never), stage);
            Node owner = stage.getScene().getFocusOwner();
            stage.close();
            return owner == null ? "nobody" : String.valueOf(owner.getId());
        });
    }

    @Test
    void onANewComputerItOpensAndAsksForTheAddress() throws InterruptedException {
        SampleServices sample = new SampleServices(0, false);
        sample.situation = Situation.NONE;
        assertThat(focusAfterStart(sample)).isEqualTo("address");
    }

    /** A profile that is still being opened: nothing but its preferences and what is remembered may be asked. */
    private static final class Opening implements ServiceSource {
        final SampleServices sample = new SampleServices(5, false);
        final CompletableFuture<Boolean> open = new CompletableFuture<>();
        final AtomicInteger made = new AtomicInteger();

        @Override
        public Preferences preferences() {
            return sample.preferences;
        }

        @Override
        public boolean await() {
            try {
                return open.join();
            } catch (CompletionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        @Override
        public WorkbenchServices services(Locale locale) {
            made.incrementAndGet();
            return sample.services(locale);
        }

        @Override
        public ServiceSource demo(Progress progress) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public void close() {}
    }

    private static long rows(Stage stage) throws InterruptedException {
        return Toolkit.call(() -> stage.getScene().getRoot().lookupAll(".table-row-cell").stream().filter(row -> row instanceof TableRow<?> cell && !cell.isEmpty()).count());
    }

    private static void eventually(Callable<Boolean> so) throws Exception {
        for (int attempt = 0; attempt < 400 && !so.call(); attempt++) {
            Thread.sleep(25);
        }
        assertThat(so.call()).isTrue();
    }

    private static void withWindow(Opening profile, Check check) throws Exception {
        Toolkit.startHeadless();
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Stage stage = Toolkit.call(() -> {
                Stage fresh = new Stage();
                start(new DesktopApp(profile, background), fresh);
                return fresh;
            });
            try {
                check.of(stage);
            } finally {
                profile.open.complete(true);
                Toolkit.call(() -> {
                    stage.close();
                    return stage;
                });
            }
        }
    }

    private interface Check {
        void of(Stage stage) throws Exception;
    }

    @Test
    void theWindowIsThereBeforeTheCacheIsOpenAndTheRowsCameWithIt() throws Exception {
        Opening profile = new Opening();
        withWindow(profile, stage -> {
            assertThat(Toolkit.<Boolean>call(stage::isShowing)).isTrue();
            Thread.sleep(200);
            assertThat(rows(stage)).isZero();
            profile.open.complete(true);
            eventually(() -> rows(stage) > 0);
            assertThat(profile.made).hasValue(1);
            assertThat(Toolkit.<Node>call(() -> stage.getScene().getFocusOwner())).as("keys work on the rows at once").isInstanceOf(TableView.class);
        });
    }

    @Test
    void whereWhatWasRememberedNoLongerHoldsTheWindowIsMadeAnew() throws Exception {
        Opening profile = new Opening();
        withWindow(profile, stage -> {
            profile.open.complete(false);
            eventually(() -> profile.made.get() == 2 && rows(stage) > 0);
        });
    }

    @Test
    void aCacheThatCannotBeOpenedClosesTheWindow() throws Exception {
        Opening profile = new Opening();
        withWindow(profile, stage -> {
            profile.open.completeExceptionally(new IllegalStateException("in use"));
            eventually(() -> !Toolkit.<Boolean>call(stage::isShowing));
        });
    }

    @Test
    void afterwardsItOpensOnTheReview() throws InterruptedException {
        assertThat(focusAfterStart(new SampleServices(5, false))).isNotEqualTo("address");
    }
}
