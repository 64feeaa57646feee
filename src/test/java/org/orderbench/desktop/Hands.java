package org.orderbench.desktop;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A buyer's hands, by TestFX's robot: its keys go through the system's queue to whatever window has the keyboard, as a person's do, and not to a node that the
 * test chose. Counts what was pressed: a key, a shortcut and a click count one each.
 */
final class Hands {

    private final FxRobot robot = new FxRobot();
    private int presses;

    int presses() {
        return presses;
    }

    /** One key, or one shortcut: what is held comes first. */
    void press(KeyCode... keys) {
        robot.push(keys);
        presses++;
        settle();
    }

    void press(int times, KeyCode key) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
    }

    void type(String text) {
        robot.write(text, 0);
        presses += text.length();
        settle();
    }

    /** Opens a menu and takes one of its items: two clicks. */
    void choose(Stagehand window, String menu, int item) throws InterruptedException {
        MenuItem chosen = window.ask(() -> window.menu(menu).get(item));
        window.ask(() -> {
            chosen.fire();
            return chosen;
        });
        presses += 2;
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
