package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Theme;
import org.orderbench.proposal.LineNews;

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
            try (Stagehand window = Stagehand.open(new SampleServices(86, true), Stagehand.Setting.USUAL.in(theme))) {
                states(window, theme.name().toLowerCase(Locale.ROOT), scale);
            }
        }
    }

    private void states(Stagehand window, String theme, double scale) throws Exception {
        news(window);
        shoot(window, "review-" + theme, scale);
        for (int i = 0; i < 3; i++) {
            window.press(KeyCode.DOWN);
        }
        window.type("*2");
        window.press(KeyCode.ENTER);
        window.type("e");
        window.type("+10%");
        shoot(window, "review-edit-" + theme, scale);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.A, KeyCode.CONTROL);
        window.type("+");
        window.type("12%");
        shoot(window, "review-bulk-" + theme, scale);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.DIGIT2, KeyCode.ALT);
        window.type("a");
        shoot(window, "review-approve-" + theme, scale);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.DIGIT1, KeyCode.ALT);
        window.type("?");
        shoot(window, "review-keys-" + theme, scale);
        window.press(KeyCode.ESCAPE);
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
    }

    /** A day on which something happened since yesterday. */
    private static void news(Stagehand window) throws InterruptedException {
        window.sample.desk.news.put(2L, new LineNews(true, null, null, false));
        window.sample.desk.news.put(3L, new LineNews(false, Quantity.of(36), null, false));
        window.sample.desk.news.put(6L, new LineNews(false, Quantity.of(300), null, false));
        window.sample.desk.news.put(7L, new LineNews(false, null, Quantity.of(400), false));
        window.ask(() -> {
            window.shell.review().load();
            return 0;
        });
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
