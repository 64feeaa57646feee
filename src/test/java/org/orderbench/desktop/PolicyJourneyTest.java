package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.PolicyMemory;
import org.orderbench.policy.UserRights;

/** A purchasing manager at the policy screen, and the brake in the status bar. */
class PolicyJourneyTest {

    private static Stagehand policy() throws InterruptedException {
        Stagehand window = Stagehand.open(86, true);
        window.ask(() -> {
            window.shell.open(Screen.POLICY);
            return window;
        });
        return window;
    }

    private static void fill(Stagehand window, String selector, String text) throws InterruptedException {
        window.ask(() -> {
            ((TextInputControl) window.scene().lookup(selector)).setText(text);
            return text;
        });
    }

    private static boolean shows(Stagehand window, String words) throws InterruptedException {
        return window.ask(() -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.isVisible() && label.getText() != null && label.getText().contains(words)));
    }

    @Test
    void aLevelIsRaisedByWhoMayWithAReason() throws InterruptedException {
        try (Stagehand window = policy()) {
            PolicyMemory memory = window.sample.policy.memory;
            long version = memory.policy.version();
            window.click("#raise");
            window.click("#card-save");
            assertThat(shows(window, "Say why")).isTrue();
            fill(window, "#change-reason", "It has been right for weeks");
            window.click("#card-save");
            assertThat(shows(window, "administrator of purchasing")).as("a plain buyer").isTrue();
            assertThat(memory.policy.version()).isEqualTo(version);
            memory.rights = new UserRights(true, true, true);
            window.click("#card-save");
            assertThat(memory.policy.version()).isEqualTo(version + 1);
            assertThat(memory.policy.slices().getFirst().level()).isEqualTo(AuthorityLevel.AUTO_CONFIRM);
            assertThat(memory.policy.reason()).isEqualTo("It has been right for weeks");
            assertThat(memory.policy.by()).isEqualTo("Mitchell Admin");
            assertThat(window.<Object>ask(() -> window.scene().lookup("#card-save"))).as("the card is gone").isNull();
        }
    }

    @Test
    void thePassphraseIsAskedForWhereItIsTheRule() throws InterruptedException {
        try (Stagehand window = Stagehand.open(86, true)) {
            PolicyMemory memory = window.sample.policy.memory;
            memory.passphrase = "long way home".toCharArray();
            window.ask(() -> {
                window.shell.open(Screen.POLICY);
                return window;
            });
            long version = memory.policy.version();
            window.click("#raise");
            fill(window, "#change-reason", "earned");
            fill(window, "#change-passphrase", "wrong");
            window.click("#card-save");
            assertThat(memory.policy.version()).isEqualTo(version);
            assertThat(window.text("#change-passphrase")).as("what was typed is gone").isEmpty();
            fill(window, "#change-passphrase", "long way home");
            window.click("#card-save");
            assertThat(memory.policy.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void tryingChangesNothingAndShowsLastMonthsOrders() throws InterruptedException {
        try (Stagehand window = policy()) {
            long version = window.sample.policy.memory.policy.version();
            window.click("#limits");
            window.click("#try-out");
            assertThat(window.ask(() -> ((TableView<?>) window.scene().lookup(".tryout .table-view")).getItems().size())).isGreaterThan(20);
            assertThat(shows(window, "would have confirmed themselves")).isTrue();
            assertThat(window.sample.policy.memory.policy.version()).isEqualTo(version);
        }
    }

    @Test
    void theBrakeStopsEverybodyFromAnyScreenAndSaysWhatLiftsIt() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            window.click("#brake");
            fill(window, "#brake-why", "Stock count");
            window.click("#brake-pull-everybody");
            assertThat(window.sample.policy.memory.shared).isInstanceOfSatisfying(BrakeState.Braked.class, on -> assertThat(on.words()).isEqualTo("Stock count"));
            assertThat(window.sample.policy.memory.local).isInstanceOf(BrakeState.Braked.class);
            assertThat(window.text("#brake")).startsWith("Brake on");
            assertThat(shows(window, "Stock count")).isTrue();
            assertThat(shows(window, "What lifts it")).isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(window.text("#brake")).startsWith("Brake on");
        }
    }

    @Test
    void eachLineShowsEveryCheck() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            window.press(KeyCode.DOWN);
            window.ask(() -> {
                ((ToggleButton) window.scene().lookup("#sku-tab-policy")).fire();
                return window;
            });
            String shown = window.ask(() -> window.scene().getRoot().lookupAll(".trace .label").stream()
                    .map(node -> ((Label) node).getText()).collect(Collectors.joining("\n")));
            assertThat(shown).contains("policy version").contains("over the ceiling").contains("within the ceiling");
            assertThat(shown.lines().count()).as("every check").isGreaterThan(28);
        }
    }
}
