package org.orderbench.desktop;

import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Theme;

/** The theme that is on, and the scene that wears it. Follows the system until somebody turns it. */
final class ThemeSwitch {

    private Theme theme;
    private @Nullable Scene scene;

    ThemeSwitch(Theme theme) {
        this.theme = theme;
    }

    void dress(Scene wearer) {
        scene = wearer;
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> theme.apply(wearer));
    }

    void turn() {
        theme = theme.dark() ? Theme.LIGHT : Theme.DARK;
        if (scene != null) {
            theme.apply(scene);
        }
    }
}
