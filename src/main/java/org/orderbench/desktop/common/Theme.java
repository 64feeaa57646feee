package org.orderbench.desktop.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Light or dark: AtlantaFX below, our tokens above it. */
public enum Theme {
    /** As the system is, and changes. */
    SYSTEM,
    LIGHT,
    DARK;

    /** Style class of the scene's root under which the tokens are declared for dark. */
    private static final String DARK_CLASS = "ob-dark";

    public boolean dark() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /**
     * Before JavaFX is started: names a theme, so that the first control that is made asks for none. It would ask for JavaFX's own, which would be read in vain, and
     * wait for JavaFX to run. Which one it is to be is not known yet; {@link #read} says so later.
     */
    public static void announce() {
        try {
            base(false);
        } catch (IllegalStateException notStartedYet) {
            if (Application.getUserAgentStylesheet() == null) {
                throw notStartedYet;
            }
        }
    }

    /** Has the theme read, where it is not yet. On the window thread. */
    public void read() {
        base(dark());
    }

    private static void base(boolean dark) {
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    /** Dresses a scene, and what pops up from it. */
    public void apply(Scene scene) {
        read();
        String tokens = sheet("tokens.css");
        if (!scene.getStylesheets().contains(tokens)) {
            scene.getStylesheets().addAll(tokens, sheet("workbench.css"));
        }
        scene.getRoot().getStyleClass().remove(DARK_CLASS);
        if (dark()) {
            scene.getRoot().getStyleClass().add(DARK_CLASS);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/org/orderbench/desktop/" + name), name).toExternalForm();
    }
}
