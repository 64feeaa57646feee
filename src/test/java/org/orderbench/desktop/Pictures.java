package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.orderbench.desktop.shell.Screen;

/**
 * Leaves pictures of every screen in a folder, for people to look at, and of the review screen in its states: arguments are the folder, how many
 * lines, the scale, and the language.
 */
final class Pictures {

    private Pictures() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        try {
            ScreenShooter.writeScreens(folder, new SampleServices(lines, lines > 0).services(Locale.forLanguageTag(arguments[3])),
                    Double.parseDouble(arguments[2]));
            if (lines > 0) {
                states(folder, lines);
                policy(folder, lines);
            }
        } finally {
            Platform.exit();
        }
    }

    private static void states(Path folder, int lines) throws Exception {
        try (Stagehand window = Stagehand.open(lines, true)) {
            window.type("?");
            shoot(window, folder, "state-keys");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.DOWN, KeyCode.SHIFT);
            window.type("r");
            shoot(window, folder, "state-reject");
            window.press(KeyCode.ESCAPE);
            window.type("a");
            window.type("*2");
            shoot(window, folder, "state-edit");
            window.press(KeyCode.ENTER);
            window.type("e");
            window.type("abc");
            window.press(KeyCode.ENTER);
            shoot(window, folder, "state-problem");
            window.type("/");
            window.type("no such thing");
            shoot(window, folder, "state-unmatched");
        }
    }

    private static void policy(Path folder, int lines) throws Exception {
        try (Stagehand window = Stagehand.open(lines, true)) {
            window.ask(() -> {
                window.shell.open(Screen.POLICY);
                return lines;
            });
            window.click("#raise");
            shoot(window, folder, "policy-raise");
            window.press(KeyCode.ESCAPE);
            window.click("#add-slice");
            shoot(window, folder, "policy-slice");
            window.press(KeyCode.ESCAPE);
            window.click("#limits");
            window.click("#try-out");
            shoot(window, folder, "policy-tryout");
            window.click("#history");
            shoot(window, folder, "policy-history");
            window.click("#lock");
            shoot(window, folder, "policy-lock");
            window.press(KeyCode.ESCAPE);
            window.click("#brake");
            window.click("#brake-pull-everybody");
            shoot(window, folder, "policy-brake");
        }
    }

    private static void shoot(Stagehand window, Path folder, String name) throws Exception {
        BufferedImage picture = window.ask(() -> ScreenShooter.picture(window.scene(), 1));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
