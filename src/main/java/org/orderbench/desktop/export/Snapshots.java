package org.orderbench.desktop.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures of what the window shows. */
public final class Snapshots {

    private Snapshots() {}

    /**
     * A node as it is shown, on the window thread.
     *
     * @param scale 1 for 100 %, 2 for 200 %
     * @param fill  behind it; null for white
     */
    public static BufferedImage picture(Node node, double scale, @Nullable Paint fill) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setFill(fill);
        WritableImage image = node.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            picture.setRGB(0, y, width, 1, line, 0, width);
        }
        return picture;
    }

    public static void write(BufferedImage picture, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("This Java cannot write PNG files.");
            }
        }
    }
}
