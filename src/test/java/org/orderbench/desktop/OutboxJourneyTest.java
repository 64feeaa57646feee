package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** The outbox at work: what waits for a person is in one place, with its facts and what can be done. */
class OutboxJourneyTest {

    @Test
    void aPersonSeesWhatChangedAndDecides() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            open(window);
            choose(window, OutboxState.CONFLICT);
            List<String> said = window.ask(() -> window.scene().getRoot().lookupAll(".facts-cell").stream().map(node -> ((Label) node).getText()).toList());
            assertThat(said).contains("12", "96").hasSize(21);
            assertThat(window.<Integer>ask(() -> window.scene().getRoot().lookupAll(".facts-changed").size())).as("stock, supply, price, last ordered").isEqualTo(4);
            press(window, "anyway");
            assertThat(window.sample.sampleOutbox.done).singleElement().asString().startsWith("anyway [");

            choose(window, OutboxState.PARKED);
            assertThat(window.<Boolean>ask(() -> button(window, "anyway").isDisabled())).isTrue();
            press(window, "retry");
            press(window, "drop");
            assertThat(window.sample.sampleOutbox.done).hasSize(3).last().asString().startsWith("drop [");

            choose(window, OutboxState.NOTED);
            assertThat(window.<Boolean>ask(() -> button(window, "withdraw").isDisabled())).as("a draft can be withdrawn").isFalse();
            assertThat(window.<Boolean>ask(() -> button(window, "drop").isDisabled())).isTrue();
        }
    }

    @Test
    void whatNeedsAPersonCanBeShownAlone() throws Exception {
        try (Stagehand window = Stagehand.open(60, true)) {
            open(window);
            List<OutboxState> shown = window.ask(() -> {
                ((ToggleButton) window.scene().getRoot().lookup("#persons")).fire();
                return orders(window).getItems().stream().map(OutboxEntry::state).toList();
            });
            assertThat(shown).isNotEmpty().allMatch(state -> state == OutboxState.CONFLICT || state == OutboxState.PARKED);
        }
    }

    private static void open(Stagehand window) throws InterruptedException {
        window.ask(() -> {
            window.shell.open(Screen.OUTBOX);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
    }

    private static void choose(Stagehand window, OutboxState state) throws InterruptedException {
        window.ask(() -> {
            TableView<OutboxEntry> orders = orders(window);
            orders.getSelectionModel().select(orders.getItems().stream().filter(entry -> entry.state() == state).findFirst().orElseThrow());
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static TableView<OutboxEntry> orders(Stagehand window) {
        return (TableView<OutboxEntry>) window.scene().getRoot().lookup("#orders");
    }

    private static Button button(Stagehand window, String id) {
        return (Button) window.scene().getRoot().lookup("#" + id);
    }

    private static void press(Stagehand window, String id) throws InterruptedException {
        window.ask(() -> {
            button(window, id).fire();
            return true;
        });
    }
}
