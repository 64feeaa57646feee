package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.JournalRow;
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

    /** What the sender kept in English is read in the window's language, with its figures in that language's form. */
    @Test
    void reasonsAreSaidInTheWindowsLanguage() throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(60, true), Stagehand.Setting.USUAL.in(Locale.GERMANY))) {
            open(window);
            choose(window, OutboxState.CONFLICT);
            assertThat(window.text(".panel-head #reason")).endsWith(": Der Vorrat ist jetzt 108 Units, bei der Entscheidung 24. Der Preis ist jetzt 2,79 GBP, bei der Entscheidung 2,55.");
            choose(window, OutboxState.PARKED);
            assertThat(window.text(".panel-head #reason")).as("Odoo's own words stay").isEqualTo("Odoo hat abgelehnt: The vendor is archived. Unarchive it first.");
            window.ask(() -> {
                window.shell.open(Screen.JOURNAL);
                return true;
            });
            List<JournalRow> rows = window.ask(() -> List.copyOf(journal(window).getItems()));
            assertThat(rows).extracting(JournalRow::action).startsWith("Genehmigt", "Abgelehnt", "Zeile in Odoo gefunden").contains("Zurückgenommen: Genehmigt", "Einstellung geändert");
            assertThat(rows).extracting(JournalRow::subject).contains("Servicegrad: Candles");
            assertThat(rows).extracting(JournalRow::cause).contains("Odoos Preis ist 2,79 je Units; entschieden wurde bei 2,55 je Units.");
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<JournalRow> journal(Stagehand window) {
        return (TableView<JournalRow>) window.scene().getRoot().lookupAll(".table-view").stream()
                .filter(table -> ((TableView<?>) table).getColumns().stream().anyMatch(column -> "cause".equals(column.getId()))).findFirst().orElseThrow();
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
