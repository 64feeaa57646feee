package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {

    @TempDir Path folder;

    @Test
    void whatWasChosenIsThereAfterARestart() {
        Path file = folder.resolve("preferences.properties");
        new FilePreferences(file).put("review.columns", "größe=80\n\\x");
        FilePreferences again = new FilePreferences(file);
        assertThat(again.get("review.columns")).contains("größe=80\n\\x");
        again.put("review.columns", null);
        assertThat(new FilePreferences(file).get("review.columns")).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsSetAside() throws IOException {
        Path file = folder.resolve("preferences.properties");
        Files.writeString(file, "a=\\uZZZZ");
        FilePreferences preferences = new FilePreferences(file);
        assertThat(preferences.get("a")).isEmpty();
        preferences.put("b", "1");
        assertThat(folder.resolve("preferences.properties.unreadable")).hasContent("a=\\uZZZZ");
        assertThat(new FilePreferences(file).get("b")).contains("1");
    }
}
