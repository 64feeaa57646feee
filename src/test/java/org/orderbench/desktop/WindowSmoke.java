package org.orderbench.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.WorkbenchServices;

/**
 * A real window on a real display: opens as the program does, and ends with 0 if it is all on the screen. A bare virtual display has nobody who
 * gives a window the keyboard, so no key is pressed here. Arguments: where the picture goes. Run by {@link RealWindowTest} in a process of its own.
 */
final class WindowSmoke {

    private static final long PAUSE = 1000;
    private static final int ATTEMPTS = 60;

    private final SampleServices sample = new SampleServices(40, true);
    private final Path picture;

    private WindowSmoke(Path picture) {
        this.picture = picture;
    }

    public static void main(String[] arguments) throws InterruptedException {
        new WindowSmoke(Path.of(arguments[0])).run();
    }

    private void run() throws InterruptedException {
        sample.preferences.put("look.theme", "LIGHT");
        Thread.ofPlatform().daemon().start(this::use);
        Workbench.start().open(new ServiceSource() {
            @Override
            public Preferences preferences() {
                return sample.preferences;
            }

            @Override
            public WorkbenchServices services(Locale locale) {
                return sample.services(Locale.UK);
            }

            @Override
            public ServiceSource demo(Progress progress) {
                throw new UnsupportedOperationException("Not asked here");
            }

            @Override
            public void close() {}
        });
    }

    /** Waits for the window as a person would, and looks. A slow machine may take its time; what never comes is named at the end. */
    private void use() {
        try {
            String wrong = "";
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Thread.sleep(PAUSE);
                String now = lookIfStarted();
                if (!now.equals(wrong)) {
                    System.out.println(now);
                }
                wrong = now;
                if (wrong.isEmpty()) {
                    break;
                }
            }
            System.out.println(wrong.isEmpty() ? "All right" : wrong);
            System.exit(wrong.isEmpty() ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lookIfStarted() throws InterruptedException {
        try {
            return Toolkit.call(this::look);
        } catch (IllegalStateException early) {
            return "The toolkit has not started: " + early;
        }
    }

    /** What is not yet right, or nothing. */
    private String look() throws IOException {
        Stage stage = Window.getWindows().isEmpty() ? null : (Stage) Window.getWindows().getFirst();
        if (stage == null || !stage.isShowing()) {
            return "No window is shown";
        }
        Rectangle2D screen = Screen.getPrimary().getBounds();
        if (stage.getX() < screen.getMinX() || stage.getY() < screen.getMinY() || stage.getX() + stage.getWidth() > screen.getMaxX()
                || stage.getY() + stage.getHeight() > screen.getMaxY()) {
            return "The window lies outside the screen: " + List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()) + " in " + screen;
        }
        Bounds root = stage.getScene().getRoot().getLayoutBounds();
        for (String selector : List.of("#send", "#table", ".rail-tab", "#theme", "#approve")) {
            Node node = stage.getScene().lookup(selector);
            if (node == null || !root.contains(node.localToScene(node.getLayoutBounds()))) {
                return selector + " is not in the window: " + (node == null ? "absent" : node.localToScene(node.getLayoutBounds())) + " in " + root;
            }
        }
        ImageIO.write(ScreenShooter.picture(stage.getScene(), 1), "png", picture.toFile());
        return "";
    }
}
