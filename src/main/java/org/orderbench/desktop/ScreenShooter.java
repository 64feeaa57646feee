package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.orderbench.desktop.common.Fonts;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.export.Snapshots;
import org.orderbench.desktop.shell.Host;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.desktop.shell.Shell;

/** Takes a picture of every screen, light and dark, without a display. */
public final class ScreenShooter {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private ScreenShooter() {}

    /**
     * Writes {@code review-light.png}, {@code review-dark.png}, {@code outbox-light.png} … as things stand. Leaves JavaFX running, so that a process
     * can take pictures again; it ends with {@link System#exit} or when the caller calls {@code Platform.exit()}.
     *
     * @return the files written
     * @throws IOException if a file cannot be written
     */
    public static List<Path> writeScreens(Path directory, WorkbenchServices services) throws IOException, InterruptedException {
        return writeScreens(directory, services, 1);
    }

    /** @param scale 1 for 100 %, 2 for 200 % */
    public static List<Path> writeScreens(Path directory, WorkbenchServices services, double scale) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Toolkit.startHeadless();
        List<Path> written = new ArrayList<>();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Stage stage = Toolkit.call(() -> open(services, theme));
            try {
                for (Screen screen : Screen.values()) {
                    Path file = directory.resolve(screen.id() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                    BufferedImage picture = Toolkit.call(() -> shoot(stage, screen, scale));
                    ImageIO.write(picture, "png", file.toFile());
                    written.add(file);
                }
            } finally {
                Toolkit.call(() -> {
                    stage.close();
                    return stage;
                });
            }
        }
        return written;
    }

    private static Stage open(WorkbenchServices services, Theme theme) {
        Fonts.load();
        Tasks tasks = new Tasks(Runnable::run, Runnable::run, failure -> {
            throw new IllegalStateException(failure);
        });
        Shell shell = new Shell(services, tasks, Host.none());
        Stage stage = new Stage();
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Look.USUAL.with(theme).dress(scene);
        stage.setScene(scene);
        stage.setUserData(shell);
        stage.show();
        return stage;
    }

    private static BufferedImage shoot(Stage stage, Screen screen, double scale) {
        Shell shell = (Shell) stage.getUserData();
        shell.open(screen);
        return picture(stage.getScene(), scale);
    }

    /** A scene as it would be shown; laid out twice, because tables find their rows in a second pass. */
    static BufferedImage picture(Scene scene, double scale) {
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return Snapshots.picture(scene.getRoot(), scale, scene.getFill());
    }
}
