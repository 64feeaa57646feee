package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.review.Row;

/** The first lines are there before the others: what is not known yet is said so. */
class BeginningJourneyTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run, failure -> {
        throw new IllegalStateException(failure);
    });

    private static List<String> heads(Stagehand window) throws InterruptedException {
        return window.ask(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return window.scene().getRoot().lookupAll(".order-state").stream().filter(label -> label.getParent() != null && label.isVisible())
                    .map(label -> ((Label) label).getText()).filter(text -> !text.isEmpty()).toList();
        });
    }

    @Test
    void untilAllLinesAreThereNoHeadSaysASumAndNoWholeOrderCanBeMarked() throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(600, false), Stagehand.Setting.USUAL, tasks)) {
            ReviewModel review = window.shell.review();
            window.ask(() -> {
                while (review.phase().get() != ReviewModel.Phase.SHOWN) {
                    background.remove().run();
                }
                return review;
            });
            assertThat(heads(window)).isNotEmpty().allSatisfy(text -> assertThat(text).startsWith("being read …"));
            assertThat(window.<Boolean>ask(() -> review.reading().get())).isTrue();
            int before = window.ask(() -> review.rows().size());
            window.ask(() -> {
                review.toggleMark(review.rows().stream().filter(Row.Group.class::isInstance).findFirst().orElseThrow());
                review.toggleAll();
                return review;
            });
            assertThat(window.<Integer>ask(review::marked)).isZero();

            window.ask(() -> {
                while (!background.isEmpty()) {
                    background.remove().run();
                }
                return review;
            });
            assertThat(window.<Boolean>ask(() -> review.reading().get())).isFalse();
            assertThat(window.<Integer>ask(() -> review.rows().size())).isGreaterThan(before);
            assertThat(heads(window)).isNotEmpty().allSatisfy(text -> assertThat(text).contains(" lines"));
            window.ask(() -> {
                review.toggleMark(review.rows().stream().filter(Row.Group.class::isInstance).findFirst().orElseThrow());
                return review;
            });
            assertThat(window.<Integer>ask(review::marked)).isPositive();
            assertThat(window.<Boolean>ask(() -> window.scene().getRoot().lookupAll(".trend-with").isEmpty())).as("what becomes of the stock is drawn too").isFalse();
        }
    }
}
