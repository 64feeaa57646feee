package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Hint;

class HintTest {

    private static void enter(Button button) {
        Event.fireEvent(button, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, false, null));
    }

    @Test
    void aScreenReaderHasItAtOnceAndTheMouseWhenItComes() throws InterruptedException {
        Toolkit.startHeadless();
        Toolkit.call(() -> {
            Button button = new Button();
            Hint.setText(button, "Reads from Odoo");
            assertThat(button.getAccessibleHelp()).isEqualTo("Reads from Odoo");
            assertThat(button.getTooltip()).isNull();

            enter(button);
            assertThat(button.getTooltip().getText()).isEqualTo("Reads from Odoo");

            Hint.setText(button, "Not now");
            assertThat(button.getTooltip().getText()).isEqualTo("Not now");

            Hint.setText(button, null);
            assertThat(button.getTooltip()).isNull();
            assertThat(Hint.getText(button)).isNull();

            Hint.setText(button, "Again");
            enter(button);
            assertThat(button.getTooltip().getText()).isEqualTo("Again");
            return button;
        });
    }
}
