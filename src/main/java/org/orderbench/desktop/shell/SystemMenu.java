package org.orderbench.desktop.shell;

import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/**
 * The menu at the top of a Mac's screen: whoever uses a Mac looks there first. On other systems a window has no menu, because every screen has its tab and every
 * action its button.
 *
 * <p>Only the screens have their keys in it: the frame hears of keys as well, and to turn to a screen twice does no harm.
 */
public final class SystemMenu {

    private SystemMenu() {}

    /** @param system what Java calls the system */
    public static Optional<MenuBar> of(String system, ShellModel model, Frame frame, Texts texts) {
        if (!system.startsWith("Mac")) {
            return Optional.empty();
        }
        Menu go = new Menu(texts.get("menu.go"));
        for (Screen screen : Screen.values()) {
            MenuItem item = item(texts.get("shell.title." + screen.id()), () -> model.screen().set(screen));
            item.setAccelerator(shortcut(screen));
            go.getItems().add(item);
        }
        MenuItem sync = item(texts.get("shell.sync"), () -> model.sync(frame));
        MenuItem plan = item(texts.get("shell.plan"), () -> model.plan(frame));
        MenuItem send = item(texts.get("shell.send"), () -> model.push(frame));
        model.situation().subscribe(now -> {
            sync.setDisable(now.server() == null);
            plan.setDisable(now.syncedAt() == null);
        });
        model.queue().subscribe(queue -> send.setDisable(queue.orders() == 0));
        Menu work = new Menu(texts.get("menu.work"), null, sync, plan, new SeparatorMenuItem(), send);
        MenuBar bar = new MenuBar(go, work);
        bar.setUseSystemMenuBar(true);
        return Optional.of(bar);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** The system's shortcut key with the screen's number, counted from 1. */
    static KeyCombination shortcut(Screen screen) {
        return new KeyCodeCombination(KeyCode.getKeyCode(String.valueOf(screen.ordinal() + 1)), KeyCombination.SHORTCUT_DOWN);
    }
}
