package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.util.Base64;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.shell.Screen;

/** Where newer versions are announced, as a person sets it in the window. */
class UpdatesJourneyTest {

    private static void open(Stagehand window) throws InterruptedException {
        window.ask(() -> {
            window.shell.open(Screen.SETTINGS);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return 0;
        });
    }

    @Test
    void aPlaceIsSetAskedAndTakenAway() throws Exception {
        String key = Base64.getEncoder().encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded());
        SampleServices sample = new SampleServices(3, false);
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            open(window);
            assertThat(window.text("#updates-standing")).isEqualTo("Newer versions are not asked for.");
            window.fill("#updates-address", "http://downloads.example.com/news.json");
            window.fill("#updates-key", key);
            window.click("#updates-ask");
            assertThat(window.text("#updates-standing")).startsWith("Nothing was kept: the address");
            window.fill("#updates-address", "https://downloads.example.com/news.json");
            window.fill("#updates-key", "AAAA");
            window.click("#updates-ask");
            assertThat(window.text("#updates-standing")).startsWith("Nothing was kept: that is no Ed25519 public key");
            assertThat(sample.updates.now().address()).isEmpty();
            window.fill("#updates-key", key);
            window.click("#updates-ask");
            assertThat(window.text("#updates-standing")).isEqualTo("Version 9.1 is there. Read about it: https://orderbench.example/9.1");
            assertThat(sample.updates.now().address()).isEqualTo("https://downloads.example.com/news.json");
            window.click("#updates-off");
            assertThat(window.text("#updates-standing")).isEqualTo("Newer versions are not asked for.");
            assertThat(sample.updates.now().address()).isEmpty();
        }
    }

    @Test
    void whereTheComputerIsManagedItCanOnlyBeLookedAt() throws Exception {
        SampleServices sample = new SampleServices(3, false);
        sample.updates.manage("https://downloads.example.com/managed.json");
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL)) {
            open(window);
            assertThat(window.text("#updates-standing")).isEqualTo("Your IT settles this for this computer.");
            assertThat(window.ask(() -> ((TextField) window.scene().lookup("#updates-address")).isEditable())).isFalse();
            window.click("#updates-ask");
            assertThat(window.text("#updates-standing")).startsWith("Version 9.1 is there.");
            assertThat(sample.updates.now().managed()).as("nothing of it was changed").isTrue();
        }
    }
}
