package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.desktop.shell.ShellModel;
import org.orderbench.desktop.shell.SystemMenu;

/** What a Mac's user reads of keys. */
class MacTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void noTextNamesAKeyThatAMacDoesNotHave(String language) {
        assertThat(Look.LANGUAGES).contains(language);
        Texts mac = new Texts(Locale.of(language), "Mac OS X");
        for (String key : Collections.list(mac.bundle().getKeys())) {
            assertThat(mac.bundle().getString(key)).as(key).doesNotContainPattern("\\b(Ctrl|Strg|Alt)[+ ]");
        }
    }

    @Test
    void theKeysHaveTheNamesThatStandOnThemInTheWindowAndInItsFiles() {
        Texts mac = new Texts(Locale.UK, "Mac OS X");
        assertThat(mac.get("review.undo.hint")).endsWith("(⌘Z)");
        assertThat(mac.bundle().getString("review.redo.hint")).endsWith("(⌘Y)");
        assertThat(mac.get("review.key.filter")).startsWith("⌥1");
        assertThat(mac.get("review.head.lines", 2)).isEqualTo("2 lines");
        for (String other : new String[] {"Linux", "Windows 11"}) {
            assertThat(new Texts(Locale.UK, other).get("review.undo.hint")).as(other).endsWith("(Ctrl+Z)");
        }
        assertThat(new Texts(Locale.GERMANY, "Linux").get("review.key.undo")).isEqualTo("Strg Z");
    }

    /** Nothing is shown of what the jobs say. */
    private static final class Silent implements Frame {
        @Override
        public void notice(Notice notice) {}

        @Override
        public void overlay(Node content) {}

        @Override
        public void closeOverlay() {}

        @Override
        public void browse(String address) {}

        @Override
        public void changed() {}
    }

    @Test
    void theMenuAtTheTopOfTheScreenTurnsToEveryScreenAndOtherSystemsHaveNone() throws Exception {
        Texts texts = new Texts(Locale.UK, "Mac OS X");
        try (Stagehand window = Stagehand.open(5, false)) {
            ShellModel model = window.shell.model();
            for (String other : new String[] {"Linux", "Windows 11"}) {
                assertThat(window.<Boolean>ask(() -> SystemMenu.of(other, model, new Silent(), texts).isPresent())).as(other).isFalse();
            }
            MenuBar bar = window.ask(() -> SystemMenu.of("Mac OS X", model, new Silent(), texts).orElseThrow());
            assertThat(bar.isUseSystemMenuBar()).isTrue();
            List<MenuItem> screens = bar.getMenus().getFirst().getItems();
            assertThat(screens).hasSize(Screen.values().length);
            for (Screen screen : Screen.values()) {
                MenuItem item = screens.get(screen.ordinal());
                assertThat(item.getText()).isEqualTo(texts.get("shell.title." + screen.id()));
                assertThat(item.getAccelerator().getName()).isEqualTo("Shortcut+" + (screen.ordinal() + 1));
                window.ask(() -> {
                    item.fire();
                    return item;
                });
                assertThat(window.<Screen>ask(() -> model.screen().get())).isEqualTo(screen);
            }
            MenuItem send = bar.getMenus().get(1).getItems().getLast();
            assertThat(send.getText()).isEqualTo(texts.get("shell.send"));
            assertThat(send.isDisable()).as("nothing is queued").isTrue();
        }
    }
}
