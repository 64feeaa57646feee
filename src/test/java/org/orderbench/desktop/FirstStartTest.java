package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.scene.Node;
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
    private static final class Nowhere extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("Not started here");
        }
    }

    private record Profile(SampleServices sample) implements ServiceSource {

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

    private static String focusAfterStart(SampleServices sample) throws InterruptedException {
        Toolkit.startHeadless();
        Executor never = work -> {};
        return Toolkit.call(() -> {
            Stage stage = new Stage();
            new DesktopApp(stage, new Profile(sample), never, new Nowhere().getHostServices()).start();
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

    @Test
    void afterwardsItOpensOnTheReview() throws InterruptedException {
        assertThat(focusAfterStart(new SampleServices(5, false))).isNotEqualTo("address");
    }
}
