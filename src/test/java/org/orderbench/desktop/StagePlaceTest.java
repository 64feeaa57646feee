package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The window never lies outside the screen: not at first, not after a larger monitor is gone. */
class StagePlaceTest {

    @Test
    void theFirstWindowFitsANotebook() {
        Rectangle2D notebook = new Rectangle2D(0, 28, 1280, 652);
        assertThat(StagePlace.fit(null, notebook)).isEqualTo(notebook);
    }

    @Test
    void onALargeScreenItStandsInTheMiddle() {
        assertThat(StagePlace.fit(null, new Rectangle2D(0, 0, 3840, 2160))).isEqualTo(new Rectangle2D(1200, 630, 1440, 900));
    }

    @Test
    void theLeastSizeFits1280By720() {
        assertThat(StagePlace.LEAST_WIDTH).isLessThanOrEqualTo(1280);
        assertThat(StagePlace.LEAST_HEIGHT).isLessThanOrEqualTo(720 - 60);
    }

    @Test
    void aPlaceOfAnotherMonitorIsBroughtBackWhole() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            Rectangle2D space = new Rectangle2D(random.nextInt(4000) - 2000, random.nextInt(2000) - 1000, 800 + random.nextInt(3000), 600 + random.nextInt(1600));
            Rectangle2D wanted = new Rectangle2D(random.nextInt(9000) - 4500, random.nextInt(5000) - 2500, 300 + random.nextInt(4000), 200 + random.nextInt(2500));
            assertThat(space.contains(StagePlace.fit(wanted, space))).as("%s in %s", wanted, space).isTrue();
        }
    }
}
