package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.proposal.LineState;

/** The window around the screens: the first start, days without a network, the way home, and by keyboard from screen to screen. */
class ShellJourneyTest {

    private static final ServerInfo SERVER = new ServerInfo("https://erp.example.com", "acme", "18.0", 18);

    private static Situation away() {
        return new Situation(SERVER, "ana", false, "No server answers at https://erp.example.com.", false, SampleData.NOW.minusSeconds(259_200),
                SampleData.NOW.minusSeconds(259_200), "");
    }

    @Test
    void withoutAConnectionTheWindowBeginsWithTheAddress() throws InterruptedException {
        SampleServices sample = new SampleServices(0, false);
        sample.situation = Situation.NONE;
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            assertThat(window.ask(() -> window.scene().getFocusOwner().getId())).isEqualTo("address");
            window.type("erp.example.com");
            window.press(KeyCode.TAB);
            assertThat(window.text(".answer")).isEqualTo("Odoo 18.0 answers there.");
            window.fill("#login", "ana");
            window.fill("#secret", "wrong");
            window.press(KeyCode.ENTER);
            assertThat(window.text("#problem")).startsWith("Odoo does not accept this login");
            assertThat(window.ask(() -> window.scene().getFocusOwner().getId())).as("the field that is to blame").isEqualTo("secret");
            assertThat(window.text("#secret")).isEmpty();
        }
    }

    @Test
    void offlineDecisionsAreMadeAndKeptAndSendingSaysWhyItCannot() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        sample.situation = away();
        sample.sync = progress -> {
            throw new IllegalStateException("No server answers at https://erp.example.com.");
        };
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            assertThat(window.text("#connection")).startsWith("Offline");
            assertThat(window.text("#age")).startsWith("Data read 3 days ago");
            window.type("aaa");
            assertThat(sample.desk.decided(LineState.APPROVED)).hasSize(3);
            assertThat(window.text("#send")).isEqualTo("Send 3 lines to Odoo");
            window.press(KeyCode.F5);
            assertThat(window.text(".notice-problem .label")).isEqualTo("No server answers at https://erp.example.com.");
            assertThat(window.text(".notice-problem .notice-action")).isEqualTo("Try again");
        }
    }

    @Test
    void backOnlineASummaryComesBeforeAnythingIsSent() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        sample.situation = away();
        int[] sent = {0};
        sample.push = progress -> {
            sent[0]++;
            return "1 order written.";
        };
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            window.type("aa");
            sample.sync = progress -> {
                sample.situation = SampleServices.ONLINE;
                return "9 rows read from Odoo.";
            };
            window.press(KeyCode.F5);
            assertThat(window.text(".homecoming .label")).isEqualTo("You are back online");
            assertThat(sent[0]).isZero();
            window.press(KeyCode.ESCAPE);
            assertThat(window.ask(() -> window.scene().lookup(".homecoming"))).isNull();
            window.press(KeyCode.ENTER, KeyCode.CONTROL);
            assertThat(sent[0]).isEqualTo(1);
        }
    }

    @Test
    void aScheduledRoundThatFindsTheWindowOpenRunsInIt() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            sample.rounds.waiting = true;
            window.ask(() -> {
                window.shell.tick();
                return null;
            });
            assertThat(sample.rounds.waiting).isFalse();
            assertThat(window.text(".notice-done .label")).isEqualTo("The scheduled round is done.");
        }
    }

    @Test
    void aRefusedKeyOffersToSignInAgain() throws InterruptedException {
        SampleServices sample = new SampleServices(10, false);
        sample.sync = progress -> {
            sample.situation = new Situation(SERVER, "ana", false, "The key has ended.", true, SampleData.NOW, SampleData.NOW, "");
            throw new IllegalStateException("The key has ended.");
        };
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            window.press(KeyCode.F5);
            assertThat(window.text("#connection")).startsWith("Signed out");
            window.click(".notice-problem .notice-action");
            assertThat(window.text(".connect-title")).isEqualTo("Sign in again");
            assertThat(window.text("#address")).isEqualTo("https://erp.example.com");
            assertThat(window.ask(() -> window.scene().lookup("#demoCard").isVisible())).isFalse();
            window.click("#cancel");
            window.type("a");
            assertThat(sample.desk.decided(LineState.APPROVED)).as("the work goes on").hasSize(1);
        }
    }

    @Test
    void howALongJobEndedIsToldOnTheDesktopToo() throws InterruptedException {
        SampleServices sample = new SampleServices(10, false);
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            window.press(KeyCode.F5);
            assertThat(sample.told).containsExactly("657 rows read from Odoo.");
            sample.plan = progress -> {
                throw new IllegalStateException("The disk is full.");
            };
            window.press(KeyCode.F6);
            assertThat(sample.told).last().isEqualTo("The disk is full.");
        }
    }

    @Test
    void aServerThatIsBackIsNoticedByItself() throws InterruptedException {
        SampleServices sample = new SampleServices(10, false);
        sample.situation = away();
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            window.ask(() -> {
                window.shell.tick();
                return 0;
            });
            assertThat(window.ask(() -> window.scene().lookup(".notice"))).isNull();
            sample.reachable = true;
            window.ask(() -> {
                window.shell.tick();
                return 0;
            });
            assertThat(window.text(".notice .label")).isEqualTo("Odoo can be reached again.");
            assertThat(window.text(".notice .notice-action")).isEqualTo("Read now");
        }
    }

    @Test
    void everyScreenIsOneKeyAway() throws InterruptedException {
        try (Stagehand window = Stagehand.open(20, true)) {
            for (Screen screen : Screen.values()) {
                window.press(KeyCode.getKeyCode(String.valueOf(screen.ordinal() + 1)), KeyCode.CONTROL);
                assertThat(window.ask(() -> window.shell.model().screen().get())).isEqualTo(screen);
            }
        }
    }

    @Test
    void whatChangesInTheBackgroundLeavesTheKeyboardWhereItIs() throws InterruptedException {
        try (Stagehand window = Stagehand.open(20, true)) {
            window.type("/");
            Node search = window.ask(() -> window.scene().getFocusOwner());
            assertThat(search).isInstanceOf(TextField.class);
            window.press(KeyCode.F5);
            assertThat(window.ask(() -> window.scene().getFocusOwner())).isSameAs(search);
        }
    }

    @Test
    void theTourGoesRoundOnceAndNeverAgainByItself() throws InterruptedException {
        SampleServices sample = new SampleServices(20, false);
        sample.preferences.put("window.toured", null);
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            for (int i = 0; i < 5; i++) {
                assertThat(window.text(".tour-card .hint")).isEqualTo(i + 1 + " of 5");
                window.press(KeyCode.ENTER);
            }
            assertThat(window.ask(() -> window.scene().lookup(".tour"))).isNull();
        }
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            assertThat(window.ask(() -> window.scene().lookup(".tour"))).isNull();
        }
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeEmpty() throws InterruptedException {
        SampleServices sample = new SampleServices(20, true);
        sample.desk.broken = true;
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL, new Tasks(Runnable::run, Runnable::run, failure -> {}))) {
            window.type("/");
            window.type("mug");
            assertThat(window.text("#placeholder .blank-title")).as("Review, also after a search").isEqualTo("The proposals could not be read");
            assertThat(window.<Boolean>ask(() -> window.scene().lookup("#joinDraft").isVisible())).as("nothing to join").isFalse();
            for (Screen screen : List.of(Screen.SKUS, Screen.EXCEPTIONS)) {
                window.ask(() -> {
                    window.shell.open(screen);
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    return 0;
                });
                assertThat(window.text(".table-view .blank-title")).as(screen.name()).isEqualTo("This could not be read");
            }
        }
    }
}
