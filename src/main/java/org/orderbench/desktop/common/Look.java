package org.orderbench.desktop.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;

/**
 * How the window looks to this user: theme, size of its letters, language.
 *
 * @param percent size of the letters; 100 is the designed size
 * @param tag     BCP 47 tag of the language, or empty to follow the system
 */
public record Look(Theme theme, int percent, String tag) {

    /** Languages that have a bundle. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    public static final List<Integer> SIZES = List.of(90, 100, 115, 130, 150);

    public static final Look USUAL = new Look(Theme.SYSTEM, 100, "");

    private static final double DESIGNED_SIZE = 13;

    public static Look of(Preferences preferences) {
        Theme theme = preferences.get("look.theme").flatMap(Look::theme).orElse(Theme.SYSTEM);
        int percent = preferences.get("look.size").filter(size -> size.matches("\\d{2,3}")).map(Integer::parseInt).filter(SIZES::contains).orElse(100);
        String tag = preferences.get("look.language").filter(LANGUAGES::contains).orElse("");
        return new Look(theme, percent, tag);
    }

    private static Optional<Theme> theme(String name) {
        return List.of(Theme.values()).stream().filter(theme -> theme.name().equals(name)).findFirst();
    }

    public void keep(Preferences preferences) {
        preferences.put("look.theme", theme.name());
        preferences.put("look.size", String.valueOf(percent));
        preferences.put("look.language", tag);
    }

    public Look with(Theme other) {
        return new Look(other, percent, tag);
    }

    public Look withSize(int other) {
        return new Look(theme, other, tag);
    }

    public Look withLanguage(String other) {
        return new Look(theme, percent, other);
    }

    /** The chosen language, with the forms of the system's country where that speaks it: a German buyer in Zürich writes 1’234.50. */
    public Locale locale(Locale system) {
        return tag.isEmpty() || system.getLanguage().equals(tag) ? system : Locale.forLanguageTag(tag);
    }

    /** Dresses a scene, and what pops up from it. All sizes in the style sheets are relative to the root's letters. */
    public void dress(Scene scene) {
        theme.apply(scene);
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", DESIGNED_SIZE * percent / 100));
        Letters.set(scene, percent);
    }
}
