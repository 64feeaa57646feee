package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Hint;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.shell.Screen;

/** A second window on one profile looks, says so, and offers nothing that would write. */
class OnlyLookingTest {

    private static final String WHY = "Only looking: another Orderbench has this profile open.";

    private static SampleServices sample() {
        SampleServices sample = new SampleServices(60, true);
        Situation now = SampleServices.ONLINE;
        sample.situation = new Situation(now.server(), now.login(), false, WHY, false, now.syncedAt(), now.plannedAt(), "", "", true);
        return sample;
    }

    private static List<String> greyed(Stagehand window, Screen screen, String... ids) throws InterruptedException {
        return window.ask(() -> {
            window.shell.open(screen);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return List.of(ids).stream().map(id -> {
                Control control = (Control) window.scene().getRoot().lookup("#" + id);
                return control.isDisabled() ? "grey" : id + " can be used";
            }).toList();
        });
    }

    @Test
    void whatWouldWriteIsGreyAndSaysWhy() throws Exception {
        try (Stagehand window = Stagehand.open(sample())) {
            assertThat(greyed(window, Screen.REVIEW, "approve", "reject", "snooze", "sync", "plan", "send")).containsOnly("grey");
            assertThat(window.<String>ask(() -> Hint.getText((Control) window.scene().getRoot().lookup("#approve")))).isEqualTo(WHY);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SPACE);
            assertThat(greyed(window, Screen.REVIEW, "approve", "reject", "snooze")).as("after lines were marked").containsOnly("grey");
            assertThat(greyed(window, Screen.OUTBOX, "anyway", "redecide", "drop", "retry", "confirm", "join", "withdraw")).containsOnly("grey");
        }
    }

    @Test
    void thePolicyCanBeReadAndNotChanged() throws Exception {
        try (Stagehand window = Stagehand.open(sample())) {
            assertThat(greyed(window, Screen.POLICY, "lock", "add-slice", "slice-edit", "slice-up", "slice-down", "raise")).containsOnly("grey");
            window.ask(() -> {
                ((ToggleButton) window.scene().getRoot().lookup("#limits")).fire();
                return true;
            });
            assertThat(greyed(window, Screen.POLICY, "save-limits")).containsOnly("grey");
            window.ask(() -> {
                ((ToggleButton) window.scene().getRoot().lookup("#slices")).fire();
                return true;
            });
            assertThat(greyed(window, Screen.POLICY, "add-slice", "raise")).as("after what is shown was made anew").containsOnly("grey");
        }
    }
}
