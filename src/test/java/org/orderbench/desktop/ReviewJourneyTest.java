package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.review.QuickFilter;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.review.Row;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** A buyer's morning, by keyboard alone. */
class ReviewJourneyTest {

    private Stagehand window;
    private ReviewModel review;

    @BeforeEach
    void openTheWindow() throws InterruptedException {
        window = Stagehand.open(120, false);
        review = window.shell.review();
    }

    @AfterEach
    void closeIt() throws InterruptedException {
        window.close();
    }

    private ProposalLine cursor() throws InterruptedException {
        return window.ask(() -> ((Row.Line) review.cursor().get()).line());
    }

    private int inState(LineState state) {
        return window.sample.desk.decided(state).size();
    }

    @Test
    void fiftyLinesAreReviewedWithOneKeyEach() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            window.type("a");
        }
        assertThat(inState(LineState.APPROVED)).isEqualTo(50);
        assertThat(cursor().state()).isEqualTo(LineState.OPEN);
        assertThat(window.ask(() -> review.counts().get().get(QuickFilter.OPEN))).isEqualTo(70);
        assertThat(window.text("#send")).isEqualTo("Send 50 lines to Odoo");
    }

    @Test
    void aQuantityIsChangedWithArithmeticAndTheCursorGoesOn() throws InterruptedException {
        ProposalLine before = cursor();
        window.type("*");
        assertThat(window.ask(() -> window.scene().getFocusOwner())).isInstanceOf(TextField.class);
        window.type("2");
        window.press(KeyCode.ENTER);
        ProposalLine after = window.sample.desk.line(before.id()).orElseThrow();
        assertThat(after.quantity()).isEqualTo(Quantity.of(2 * before.quantity().toDouble()));
        assertThat(cursor().id()).isNotEqualTo(before.id());
    }

    @Test
    void theLetterThatBeginsAnEditDoesNotLandInIt() throws InterruptedException {
        ProposalLine before = cursor();
        window.type("e");
        assertThat(window.ask(() -> ((TextField) window.scene().getFocusOwner()).getText()))
                .isEqualTo(String.format(Locale.UK, "%,d", before.quantity().value().longValue()));
        window.press(KeyCode.ESCAPE);
        assertThat(window.sample.desk.line(before.id()).orElseThrow().quantity()).isEqualTo(before.quantity());
    }

    @Test
    void everyDecisionCanBeTakenBackAndDoneAgain() throws InterruptedException {
        long first = cursor().id();
        window.type("aa");
        window.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(inState(LineState.APPROVED)).isEqualTo(1);
        window.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(inState(LineState.APPROVED)).isZero();
        window.press(KeyCode.Y, KeyCode.CONTROL);
        assertThat(window.sample.desk.decided(LineState.APPROVED)).extracting(ProposalLine::id).containsExactly(first);
    }

    @Test
    void allThatAFilterShowsIsApprovedAtOnce() throws InterruptedException {
        window.ask(() -> {
            review.filter().set(QuickFilter.URGENT);
            return null;
        });
        int urgent = window.ask(() -> review.counts().get().get(QuickFilter.URGENT));
        assertThat(urgent).isPositive();
        window.press(KeyCode.A, KeyCode.CONTROL);
        assertThat(window.text("#approve")).startsWith("Approve " + urgent + " line");
        window.type("a");
        assertThat(inState(LineState.APPROVED)).as("nothing before the sum was seen").isZero();
        assertThat(window.text(".confirm .overlay-title")).isEqualTo(window.text("#approve"));
        window.press(KeyCode.ENTER);
        assertThat(window.sample.desk.decided(LineState.APPROVED)).hasSize(urgent).allMatch(ProposalLine::urgent);
    }

    @Test
    void aLineIsRejectedWithAReason() throws InterruptedException {
        long first = cursor().id();
        window.type("r2");
        assertThat(window.sample.desk.decided(LineState.REJECTED)).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(first);
            assertThat(line.decision()).hasFieldOrPropertyWithValue("reason", "The forecast is too high").hasFieldOrPropertyWithValue("by", "Mitchell Admin");
        });
        window.type("a");
        assertThat(inState(LineState.APPROVED)).as("the keyboard is back in the grid").isEqualTo(1);
    }

    @Test
    void aLineIsPutOffUntilADay() throws InterruptedException {
        window.type("z3");
        assertThat(window.sample.desk.decided(LineState.SNOOZED)).singleElement().satisfies(line ->
                assertThat(line.decision()).hasFieldOrPropertyWithValue("until", SampleData.TODAY.plusDays(7)));
    }

    @Test
    void marksAreMadeWithSpaceAndWithShift() throws InterruptedException {
        window.press(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN, KeyCode.SHIFT);
        assertThat(window.ask(review::marked)).isEqualTo(4);
        window.press(KeyCode.ESCAPE);
        assertThat(window.ask(review::marked)).isZero();
    }

    @Test
    void searchingNarrowsAsItIsTyped() throws InterruptedException {
        window.type("/");
        window.type("lunch");
        List<Row> rows = window.ask(() -> List.copyOf(review.rows()));
        assertThat(rows).isNotEmpty().filteredOn(Row.Line.class::isInstance)
                .allSatisfy(row -> assertThat(((Row.Line) row).line().name()).containsIgnoringCase("lunch"));
        window.press(KeyCode.ESCAPE);
        assertThat(window.ask(() -> review.rows().size())).isGreaterThan(rows.size());
    }

    @Test
    void aSlipOfTheFingerChangesNothingAndSaysWhatToType() throws InterruptedException {
        ProposalLine before = cursor();
        window.type("e");
        window.type("abc");
        window.press(KeyCode.ENTER);
        assertThat(window.sample.desk.line(before.id()).orElseThrow().quantity()).isEqualTo(before.quantity());
        assertThat(window.text(".notice-problem .label")).isEqualTo("\"abc\" cannot be read as a quantity. Type 120, +10%, *2 or 3 packs.");
    }

    @Test
    void theKeysAreShownAndGoAwayWithEscape() throws InterruptedException {
        window.type("?");
        assertThat(window.ask(() -> window.scene().lookup("#overlay").isVisible())).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.ask(() -> window.scene().lookup("#overlay").isVisible())).isFalse();
        window.type("a");
        assertThat(inState(LineState.APPROVED)).isEqualTo(1);
    }
}
