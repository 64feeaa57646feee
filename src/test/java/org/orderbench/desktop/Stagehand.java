package org.orderbench.desktop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.orderbench.desktop.common.Fonts;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.shell.Host;
import org.orderbench.desktop.shell.Shell;

/**
 * A window for journeys, with a keyboard: keys go where a user's would, to the node that has the focus, as pressed, typed and released. Everything
 * happens at once on the window thread, so no test waits or guesses.
 */
final class Stagehand implements AutoCloseable {

    final SampleServices sample;
    final Shell shell;
    private final Stage stage;

    private Stagehand(SampleServices sample, Shell shell, Stage stage) {
        this.sample = sample;
        this.shell = shell;
        this.stage = stage;
    }

    /** How the window is looked at. */
    record Setting(Locale locale, Look look, double width, double height) {
        static final Setting USUAL = new Setting(Locale.UK, Look.USUAL.with(Theme.LIGHT), 1440, 900);

        Setting in(Theme theme) {
            return new Setting(locale, look.with(theme), width, height);
        }

        Setting in(Locale other) {
            return new Setting(other, look, width, height);
        }

        Setting sized(double otherWidth, double otherHeight) {
            return new Setting(locale, look, otherWidth, otherHeight);
        }

        Setting letters(int percent) {
            return new Setting(locale, look.withSize(percent), width, height);
        }
    }

    static Stagehand open(int lines, boolean busyDay) throws InterruptedException {
        return open(new SampleServices(lines, busyDay), Setting.USUAL);
    }

    static Stagehand open(SampleServices sample) throws InterruptedException {
        return open(sample, Setting.USUAL);
    }

    static Stagehand open(SampleServices sample, Setting setting) throws InterruptedException {
        return open(sample, setting, Tasks.sameThread());
    }

    static Stagehand open(SampleServices sample, Setting setting, Tasks tasks) throws InterruptedException {
        return open(sample, setting, tasks, Host.none(sample.told::add, sample.browsed::add));
    }

    static Stagehand open(SampleServices sample, Setting setting, Tasks tasks, Host host) throws InterruptedException {
        Toolkit.startHeadless();
        return Toolkit.call(() -> {
            Fonts.load();
            Shell shell = new Shell(sample.services(setting.locale()), tasks, host);
            Stage stage = new Stage();
            Scene scene = new Scene(shell.root(), setting.width(), setting.height());
            setting.look().dress(scene);
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            shell.focus();
            settle(scene);
            return new Stagehand(sample, shell, stage);
        });
    }

    private static void settle(Scene scene) {
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    <T> T ask(Callable<T> question) throws InterruptedException {
        return Toolkit.call(question);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Presses a key, with Control, Shift or Alt where said. */
    void press(KeyCode code, KeyCode... held) throws InterruptedException {
        if (List.of(held).contains(KeyCode.ALT)) {
            Toolkit.call(() -> {
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Node target = stage.getScene().getFocusOwner();
                    Event.fireEvent(target, new KeyEvent(target, target, type, KeyEvent.CHAR_UNDEFINED, "", code, false, false, true, false));
                }
                settle(stage.getScene());
                return code;
            });
            return;
        }
        boolean control = List.of(held).contains(KeyCode.CONTROL);
        boolean shift = List.of(held).contains(KeyCode.SHIFT);
        Toolkit.call(() -> {
            fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, shift, control);
            String typed = code == KeyCode.ENTER ? "\r" : code == KeyCode.SPACE ? " " : "";
            if (!typed.isEmpty()) {
                fire(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, shift, control);
            }
            fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, shift, control);
            settle(stage.getScene());
            return code;
        });
    }

    /** Types letters one by one. */
    void type(String text) throws InterruptedException {
        for (char letter : text.toCharArray()) {
            Toolkit.call(() -> {
                KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
                KeyCode pressed = code == null ? KeyCode.UNDEFINED : code;
                fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, pressed, false, false, String.valueOf(letter));
                fire(KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, false, false);
                fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, pressed, false, false, String.valueOf(letter));
                settle(stage.getScene());
                return letter;
            });
        }
    }

    /** A key that types nothing, on the window thread and without waiting for the layout: for measurements. */
    void firePressed(KeyCode code) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, false, false);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, false, false);
    }

    /** A letter where the keyboard is; like {@link #firePressed}. */
    void fireTyped(String letter) {
        fire(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, false, false);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean shift, boolean control) {
        fire(type, character, code, shift, control, "");
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean shift, boolean control, String text) {
        Node owner = stage.getScene().getFocusOwner();
        Node target = owner == null ? stage.getScene().getRoot() : owner;
        Event.fireEvent(target, new KeyEvent(target, target, type, character, text, code, shift, control, false, false));
    }

    /** Puts the keyboard into a field and types over what stands in it. */
    void fill(String selector, String text) throws InterruptedException {
        Toolkit.call(() -> {
            TextInputControl field = (TextInputControl) stage.getScene().lookup(selector);
            field.requestFocus();
            field.clear();
            return field;
        });
        type(text);
    }

    /** Presses a button as soon as it is there: a screen may still be reading what it shows. */
    void click(String selector) throws InterruptedException {
        for (int tries = 0; tries < 200 && Toolkit.call(() -> stage.getScene().lookup(selector) == null); tries++) {
            Thread.sleep(50);
        }
        Toolkit.call(() -> {
            ((ButtonBase) stage.getScene().lookup(selector)).fire();
            settle(stage.getScene());
            return selector;
        });
    }

    /** Opens the menu under a button; on the window thread. */
    List<MenuItem> menu(String selector) {
        Button button = (Button) stage.getScene().lookup(selector);
        button.fire();
        ContextMenu open = Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst().orElseThrow();
        List<MenuItem> items = List.copyOf(open.getItems());
        open.hide();
        return items;
    }

    String text(String selector) throws InterruptedException {
        return Toolkit.call(() -> switch (stage.getScene().lookup(selector)) {
            case TextInputControl input -> input.getText();
            case Labeled labeled -> labeled.getText();
            case null, default -> throw new AssertionError("No text at " + selector);
        });
    }

    /** The dialog that stands open beside the window; on the window thread. */
    static Optional<DialogPane> dialog() {
        return Window.getWindows().stream().map(Window::getScene).map(scene -> scene == null ? null : scene.getRoot()).filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast).findFirst();
    }

    @Override
    public void close() throws InterruptedException {
        Toolkit.call(() -> {
            stage.close();
            return stage;
        });
    }
}
