package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.review.Row;

/** In Review a buyer sees that a colleague has a draft for the vendor under the cursor, and has what is approved added to it. */
class JoinJourneyTest {

    @Test
    void whatIsApprovedGoesIntoAColleaguesDraftAndBack() throws Exception {
        try (Stagehand window = Stagehand.open(86, true)) {
            long first = window.sample.sampleOutbox.offers().getFirst().proposalId();
            cursorTo(window, first);
            assertThat(summary(window)).contains("P00377 is a colleague’s draft");
            press(window, "Add to P00377");
            assertThat(window.sample.sampleOutbox.done).containsExactly("join 377");
            assertThat(summary(window)).contains("goes into P00377");
            press(window, "Own draft instead");
            assertThat(window.sample.sampleOutbox.done).containsExactly("join 377", "own 377");
            assertThat(summary(window)).contains("is a colleague’s draft");
        }
    }

    @Test
    void ofSeveralDraftsOneIsChosen() throws Exception {
        try (Stagehand window = Stagehand.open(86, true)) {
            cursorTo(window, window.sample.sampleOutbox.offers().getLast().proposalId());
            assertThat(summary(window)).contains("2 drafts of colleagues");
            press(window, "Join a draft…");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(window.sample.sampleOutbox.done).containsExactly("join 379");
        }
    }

    @Test
    void whereNobodyHasADraftNothingIsOffered() throws Exception {
        try (Stagehand window = Stagehand.open(86, true)) {
            List<Long> with = window.sample.sampleOutbox.offers().stream().map(offer -> offer.proposalId()).toList();
            long other = window.ask(() -> grid(window).getItems().stream().map(Row::proposalId).filter(id -> !with.contains(id)).findFirst().orElseThrow());
            cursorTo(window, other);
            assertThat(window.<Boolean>ask(() -> button(window).isVisible())).isFalse();
            assertThat(summary(window)).contains("Space marks lines");
        }
    }

    private static void cursorTo(Stagehand window, long proposal) throws InterruptedException {
        window.ask(() -> {
            TableView<Row> grid = grid(window);
            grid.getSelectionModel().clearAndSelect(grid.getItems().indexOf(grid.getItems().stream().filter(row -> row.proposalId() == proposal).findFirst().orElseThrow()));
            return true;
        });
    }

    private static String summary(Stagehand window) throws InterruptedException {
        return window.ask(() -> ((Label) window.scene().getRoot().lookup(".summary")).getText());
    }

    private static void press(Stagehand window, String words) throws InterruptedException {
        window.ask(() -> {
            assertThat(button(window).getText()).isEqualTo(words);
            button(window).fire();
            return true;
        });
    }

    private static Button button(Stagehand window) {
        return (Button) window.scene().getRoot().lookup("#joinDraft");
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> grid(Stagehand window) {
        return (TableView<Row>) window.scene().getRoot().lookup(".review-grid .table-view");
    }
}
