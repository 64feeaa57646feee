package org.orderbench.desktop;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Preferences;

/** Where the window stood last and how large it was, as far as that still fits a screen. */
final class StagePlace {

    /** All that a notebook of 1280 × 720 leaves between its bars. */
    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 600;

    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final Pattern KEPT = Pattern.compile("(-?\\d{1,5}) (-?\\d{1,5}) (\\d{3,5}) (\\d{3,5}) (true|false)");

    private final Stage stage;
    private final Preferences preferences;

    StagePlace(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    void take() {
        Optional<Matcher> kept = preferences.get("window.place").map(KEPT::matcher).filter(Matcher::matches);
        Rectangle2D wanted = kept.map(m -> new Rectangle2D(number(m, 1), number(m, 2), number(m, 3), number(m, 4)))
                .filter(place -> !Screen.getScreensForRectangle(place).isEmpty())
                .orElse(null);
        Rectangle2D space = (wanted == null ? Screen.getPrimary() : Screen.getScreensForRectangle(wanted).getFirst()).getVisualBounds();
        Rectangle2D place = fit(wanted, space);
        stage.setMinWidth(Math.min(LEAST_WIDTH, space.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, space.getHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(kept.isPresent() && Boolean.parseBoolean(kept.get().group(5)));
    }

    private static double number(Matcher kept, int group) {
        return Double.parseDouble(kept.group(group));
    }

    /** The wanted place moved and cut so that all of it lies in the space; the usual size in the middle where none is wanted. */
    static Rectangle2D fit(@Nullable Rectangle2D wanted, Rectangle2D space) {
        double width = Math.min(wanted == null ? USUAL_WIDTH : wanted.getWidth(), space.getWidth());
        double height = Math.min(wanted == null ? USUAL_HEIGHT : wanted.getHeight(), space.getHeight());
        double x = wanted == null ? space.getMinX() + (space.getWidth() - width) / 2 : wanted.getMinX();
        double y = wanted == null ? space.getMinY() + (space.getHeight() - height) / 2 : wanted.getMinY();
        return new Rectangle2D(
                Math.clamp(x, space.getMinX(), space.getMaxX() - width), Math.clamp(y, space.getMinY(), space.getMaxY() - height), width, height);
    }

    void keep() {
        preferences.put("window.place", String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %b",
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}
