package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.handover.Link;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateStatus;
import org.orderbench.writeback.OutboxEntry;

/** What comes to the window from outside: links, and the news of a newer version. Both only show, and neither takes anybody out of what they do. */
class LinkJourneyTest {

    private static final UpdateStatus.Newer NEWER =
            new UpdateStatus.Newer(new Release("1.3.0"), URI.create("https://orderbench.example/1.3.0"), "Sync in half the time.");

    private static void follow(Stagehand window, Link link) throws InterruptedException {
        window.ask(() -> {
            window.shell.follow(link);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return link;
        });
    }

    private static Screen screen(Stagehand window) throws InterruptedException {
        return window.ask(() -> window.shell.model().screen().get());
    }

    @Test
    void aSkuIsShownWhereAllSkusAre() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            SkuStatus wanted = window.sample.desk.statuses().get(41);
            follow(window, new Link.ToSku(wanted.code()));
            assertThat(screen(window)).isEqualTo(Screen.SKUS);
            Object chosen = window.ask(() -> ((TableView<?>) window.scene().lookup("#table")).getSelectionModel().getSelectedItem());
            assertThat(chosen).isInstanceOf(SkuStatus.class).extracting(status -> ((SkuStatus) status).code()).isEqualTo(wanted.code());
            assertThat(window.sample.desk.decided(LineState.APPROVED)).as("a link approves nothing").isEmpty();
        }
    }

    @Test
    void anOrderIsShownInTheOutbox() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            OutboxEntry wanted = window.ask(() -> window.sample.services(Locale.UK).outbox().get()).stream()
                    .filter(entry -> entry.orderName() != null).skip(3).findFirst().orElseThrow();
            follow(window, new Link.ToOrder(String.valueOf(wanted.orderName()).toLowerCase(Locale.ROOT)));
            assertThat(screen(window)).isEqualTo(Screen.OUTBOX);
            Object chosen = window.ask(() -> ((TableView<?>) window.scene().lookup("#orders")).getSelectionModel().getSelectedItem());
            assertThat(chosen).isInstanceOf(OutboxEntry.class).extracting(entry -> ((OutboxEntry) entry).id()).isEqualTo(wanted.id());
            assertThat(window.sample.sampleOutbox.done).as("a link sends and withdraws nothing").isEmpty();
        }
    }

    @Test
    void everyScreenThatALinkMayNameIsThere() throws Exception {
        try (Stagehand window = Stagehand.open(3, false)) {
            for (String id : Link.SCREENS) {
                follow(window, new Link.ToScreen(id));
                assertThat(screen(window).id()).isEqualTo(id);
            }
        }
    }

    @Test
    void whatIsNotThereIsSaidAndNothingMoves() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            follow(window, new Link.ToOrder("P99999"));
            assertThat(window.text(".notice-hint .label")).isEqualTo("Order P99999 was not written from here. Look for it in Odoo.");
            assertThat(screen(window)).isEqualTo(Screen.REVIEW);
        }
        try (Stagehand window = Stagehand.open(60, true)) {
            follow(window, new Link.ToSku("<b>none</b>"));
            assertThat(window.text(".notice-hint .label")).startsWith("The newest plan has no SKU with the reference or barcode <b>none</b>.");
            assertThat(screen(window)).isEqualTo(Screen.REVIEW);
        }
    }

    @Test
    void aLinkTakesNobodyOutOfADialog() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            window.ask(() -> {
                window.shell.announce(NEWER);
                return true;
            });
            window.click("#newer");
            follow(window, new Link.ToScreen("policy"));
            assertThat(screen(window)).isEqualTo(Screen.REVIEW);
            assertThat(window.text(".notice-hint .label")).isEqualTo("A link leads to Policy.");
            window.press(KeyCode.ESCAPE);
            window.click(".notice-hint .notice-action");
            assertThat(screen(window)).isEqualTo(Screen.POLICY);
        }
    }

    @Test
    void aNewerVersionIsToldOnceAndNeverAgainWhereThatIsWished() throws Exception {
        SampleServices sample = new SampleServices(10, false);
        try (Stagehand window = Stagehand.open(sample)) {
            assertThat(window.<Boolean>ask(() -> window.scene().lookup("#newer").isVisible())).isFalse();
            window.ask(() -> {
                window.shell.announce(NEWER);
                return true;
            });
            assertThat(window.text("#newer")).isEqualTo("Version 1.3.0 is there");
            window.click("#newer");
            assertThat(window.<Boolean>ask(() -> window.scene().getRoot().lookupAll(".update-card .label").stream()
                    .anyMatch(node -> "Sync in half the time.".equals(((Label) node).getText())))).isTrue();
            window.click("#skip-version");
            assertThat(window.<Boolean>ask(() -> window.scene().lookup("#newer").isVisible())).isFalse();
        }
        try (Stagehand window = Stagehand.open(sample)) {
            window.ask(() -> {
                window.shell.announce(NEWER);
                return true;
            });
            assertThat(window.<Boolean>ask(() -> window.scene().lookup("#newer").isVisible())).as("not this version again").isFalse();
            window.ask(() -> {
                window.shell.announce(new UpdateStatus.Newer(new Release("1.4.0"), NEWER.page(), ""));
                return true;
            });
            assertThat(window.text("#newer")).isEqualTo("Version 1.4.0 is there");
        }
    }
}
