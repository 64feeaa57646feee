package org.orderbench.desktop;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.orderbench.desktop.common.Fonts;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.error.ErrorReports;
import org.orderbench.desktop.shell.Shell;

/** The window's life: from the services to a shown stage. */
final class DesktopApp extends Application {

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final WorkbenchServices services;
    private final Executor background;

    DesktopApp(WorkbenchServices services, Executor background) {
        this.services = services;
        this.background = background;
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        ErrorReports errors = new ErrorReports(services.locale(), services.clock());
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> errors.show(stage, failure));
        Tasks tasks = new Tasks(background, Platform::runLater, failure -> errors.show(stage, failure));
        ThemeSwitch theme = new ThemeSwitch(Theme.SYSTEM);
        Shell shell = new Shell(services, tasks, getHostServices()::showDocument, theme::turn);
        Scene scene = new Scene(shell.root(), 1440, 900);
        theme.dress(scene);
        stage.setTitle("Orderbench");
        stage.setMinWidth(1100);
        stage.setMinHeight(680);
        for (int size : ICON_SIZES) {
            InputStream picture = DesktopApp.class.getResourceAsStream("icons/orderbench-" + size + ".png");
            if (picture != null) {
                stage.getIcons().add(new Image(picture));
            }
        }
        stage.setScene(scene);
        stage.show();
        shell.focus();
    }
}
