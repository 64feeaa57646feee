package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Draws {@code icons/orderbench.svg} in every size that windows and installers want, with nothing but JavaFX: run it after changing the drawing. */
final class Icons {

    private static final Path DRAWING = Path.of("icons/orderbench.svg");
    private static final Pattern PATH = Pattern.compile("<path fill=\"(#[0-9a-f]{6})\" d=\"([^\"]+)\"/>");
    private static final Pattern GROUND = Pattern.compile("<rect width=\"32\" height=\"32\" rx=\"7\" fill=\"(#[0-9a-f]{6})\"/>");

    private Icons() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Toolkit.startHeadless();
        try {
            String drawing = Files.readString(DRAWING);
            Path window = Files.createDirectories(Path.of("src/main/resources/org/orderbench/desktop/icons"));
            for (int size : List.of(16, 32, 48, 128, 256)) {
                ImageIO.write(Toolkit.call(() -> draw(drawing, size)), "png", window.resolve("orderbench-" + size + ".png").toFile());
            }
            ImageIO.write(Toolkit.call(() -> draw(drawing, 512)), "png", Path.of("icons/orderbench-512.png").toFile());
        } finally {
            Platform.exit();
        }
    }

    private static BufferedImage draw(String drawing, int size) {
        Group group = new Group();
        Matcher ground = GROUND.matcher(drawing);
        if (!ground.find()) {
            throw new IllegalStateException("No ground in " + DRAWING);
        }
        Rectangle rectangle = new Rectangle(32, 32, Color.web(ground.group(1)));
        rectangle.setArcWidth(14);
        rectangle.setArcHeight(14);
        group.getChildren().add(rectangle);
        Matcher paths = PATH.matcher(drawing);
        while (paths.find()) {
            SVGPath path = new SVGPath();
            path.setFill(Color.web(paths.group(1)));
            path.setContent(paths.group(2));
            group.getChildren().add(path);
        }
        group.getTransforms().add(new Scale(size / 32.0, size / 32.0));
        return ScreenShooter.picture(new Scene(group, size, size, Color.TRANSPARENT), 1);
    }
}
