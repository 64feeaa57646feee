package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.review.Row;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** A buyer's day from the first start on, by TestFX's robot: every key goes the way of a person's. */
class BuyersDayTest {

    private final Hands hands = new Hands();

    private static ProposalLine cursor(Stagehand window) throws InterruptedException {
        return window.ask(() -> ((Row.Line) window.shell.review().cursor().get()).line());
    }

    @Test
    void connectAndRead() throws InterruptedException {
        SampleServices sample = new SampleServices(20, false);
        sample.situation = Situation.NONE;
        sample.connector = new Connector() {
            @Override
            public Probe probe(String address) {
                return new Found(SampleServices.ONLINE.server(), List.of("acme"), false);
            }

            @Override
            public Result connect(String address, String database, String login, char[] secret) {
                return new Connected(SampleServices.ONLINE.server(), Connector.Kept.KEYCHAIN, "JSON-RPC (the cheapest that Odoo 18 has)");
            }
        };
        int[] read = {0};
        sample.sync = progress -> {
            read[0]++;
            sample.situation = SampleServices.ONLINE;
            return "657 rows read from Odoo.";
        };
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            hands.type("erp.example.com");
            hands.press(KeyCode.TAB);
            assertThat(window.text(".answer")).startsWith("Odoo 18.0 answers there");
            window.ask(() -> {
                window.scene().lookup("#login").requestFocus();
                return 0;
            });
            hands.type("ana");
            window.ask(() -> {
                window.scene().lookup("#secret").requestFocus();
                return 0;
            });
            hands.type("key");
            hands.press(KeyCode.ENTER);
            assertThat(read[0]).as("the first reading follows by itself").isOne();
        }
    }

    @Test
    void changeTakeBackAndApproveInBulk() throws InterruptedException {
        try (Stagehand window = Stagehand.open(80, false)) {
            ProposalLine first = cursor(window);
            hands.type("*2");
            hands.press(KeyCode.ENTER);
            assertThat(window.sample.desk.line(first.id()).orElseThrow().quantity()).isEqualTo(Quantity.of(2 * first.quantity().toDouble()));
            hands.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(window.sample.desk.line(first.id()).orElseThrow().quantity()).isEqualTo(first.quantity());
            hands.press(KeyCode.ALT, KeyCode.DIGIT2);
            hands.press(KeyCode.CONTROL, KeyCode.A);
            hands.press(KeyCode.A);
            assertThat(window.sample.desk.decided(LineState.APPROVED)).as("nothing before the sum was seen").isEmpty();
            hands.press(KeyCode.ENTER);
            assertThat(window.sample.desk.decided(LineState.APPROVED)).isNotEmpty().allMatch(ProposalLine::urgent);
        }
    }

    @Test
    void offlineAndBack() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        sample.situation = new Situation(SampleServices.ONLINE.server(), "ana", false, "No server answers.", false,
                SampleData.NOW.minus(Duration.ofDays(3)), SampleData.NOW.minus(Duration.ofDays(3)), "");
        int[] sent = {0};
        sample.push = progress -> {
            sent[0]++;
            return "1 order written.";
        };
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            assertThat(window.text("#age")).startsWith("Data read 3 days ago");
            hands.press(2, KeyCode.A);
            assertThat(sample.desk.decided(LineState.APPROVED)).hasSize(2);
            sample.sync = progress -> {
                sample.situation = SampleServices.ONLINE;
                return "9 rows read from Odoo.";
            };
            hands.press(KeyCode.F5);
            assertThat(window.text(".homecoming .label")).isEqualTo("You are back online");
            assertThat(sent[0]).as("the summary comes first").isZero();
            hands.press(KeyCode.ESCAPE);
            hands.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(sent[0]).isOne();
        }
    }

    @Test
    void aConflictIsSeenInThreeColumnsAndDecided() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertThat(window.ask(() -> window.shell.model().screen().get())).isEqualTo(Screen.OUTBOX);
            window.ask(() -> select((TableView<?>) window.scene().lookup("#orders")));
            assertThat(window.ask(() -> window.scene().getRoot().lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList()))
                    .contains("Proposed", "Decided", "Now");
            window.ask(() -> {
                Button drop = (Button) window.scene().lookup("#drop");
                drop.requestFocus();
                return drop;
            });
            hands.press(KeyCode.SPACE);
            assertThat(window.sample.sampleOutbox.done).last().asString().startsWith("drop [");
        }
    }

    private static <T> Object select(TableView<T> orders) {
        orders.getItems().stream().filter(entry -> ((OutboxEntry) entry).state() == OutboxState.CONFLICT).findFirst().ifPresent(orders.getSelectionModel()::select);
        return orders;
    }

    @Test
    void whatIfTheServiceLevelWereHigher() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, false)) {
            ProposalLine line = cursor(window);
            window.ask(() -> {
                ((ButtonBase) window.scene().lookup("#sku-tab-what-if")).fire();
                window.scene().getRoot().layout();
                window.scene().getRoot().lookupAll(".what-if .slider").iterator().next().requestFocus();
                return 0;
            });
            hands.press(8, KeyCode.RIGHT);
            assertThat(window.text(".what-if-outcome")).startsWith("Order ").contains("instead of " + line.quantity());
        }
    }
}
