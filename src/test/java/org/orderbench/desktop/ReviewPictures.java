package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.orderbench.desktop.common.Theme;

/** Leaves pictures of the review screen and the SKU panel in their states in a folder, light and dark, at 100 % and 200 %: for people to look at. */
final class ReviewPictures {

    private final Path folder;

    private ReviewPictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new ReviewPictures(Files.createDirectories(Path.of(arguments[0]))).write(arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1);
        } finally {
            Platform.exit();
        }
    }

    private void write(double scale) throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            try (Stagehand window = Stagehand.open(86, true)) {
                Scene scene = window.scene();
                window.ask(() -> {
                    theme.apply(scene);
                    return theme;
                });
                states(window, theme.name().toLowerCase(Locale.ROOT), scale);
            }
        }
    }

    private void states(Stagehand window, String theme, double scale) throws Exception {
        for (int i = 0; i < 3; i++) {
            window.press(KeyCode.DOWN);
        }
        window.ask(() -> {
            Node chart = window.scene().lookup(".chart-pane");
            chart.requestFocus();
            return chart;
        });
        window.press(KeyCode.RIGHT, KeyCode.SHIFT);
        window.press(KeyCode.RIGHT, KeyCode.SHIFT);
        shoot(window, "sku-why-" + theme, scale);
        for (String tab : List.of("what-if", "prices", "notes")) {
            choose(window, "#sku-tab-" + tab);
            shoot(window, "sku-" + tab + "-" + theme, scale);
        }
        choose(window, "#sku-tab-why");
    }

    private static void choose(Stagehand window, String selector) throws InterruptedException {
        window.ask(() -> {
            ((ToggleButton) window.scene().lookup(selector)).fire();
            return selector;
        });
    }

    private void shoot(Stagehand window, String name, double scale) throws Exception {
        BufferedImage picture = window.ask(() -> ScreenShooter.picture(window.scene(), scale));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
