package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.orderbench.desktop.common.Theme;

/**
 * A process of its own, for {@link BeforeToolkitTest}: all that the window shows is made before JavaFX was started at all, then shown; a second
 * window is made as a language is changed, by JavaFX's own thread. Both must look the same to the pixel.
 */
final class BeforeToolkit {

    private BeforeToolkit() {}

    public static void main(String[] arguments) throws Exception {
        SampleServices sample = new SampleServices(5, false);
        sample.preferences.put("window.toured", "yes");
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Theme.announce();
            DesktopApp app = new DesktopApp(new FirstStartTest.Profile(sample), background);
            app.prepare();
            Thread.sleep(500); // What was read has come by now, and waits for a window.
            System.out.println("MADE");
            Toolkit.startHeadless();
            BufferedImage early = picture(app);
            System.out.println("ROWS");
            DesktopApp later = new DesktopApp(new FirstStartTest.Profile(sample), background);
            Toolkit.call(() -> {
                later.prepare();
                return later;
            });
            System.out.println(differing(early, picture(later)) + " PIXELS DIFFER");
        }
        Platform.exit();
    }

    /** Of the whole window some time after it has its rows, when all that comes late is there; then it is closed. */
    private static BufferedImage picture(DesktopApp app) throws InterruptedException {
        Stage stage = Toolkit.call(() -> {
            Stage fresh = new Stage();
            app.take(fresh, new FirstStartTest.Nowhere().getHostServices());
            app.start();
            return fresh;
        });
        for (int attempt = 0; !Toolkit.<Boolean>call(Rehearsal::hasRows); attempt++) {
            if (attempt == 400) {
                throw new IllegalStateException("No rows came.");
            }
            Thread.sleep(25);
        }
        Thread.sleep(2_000);
        return Toolkit.call(() -> {
            BufferedImage picture = ScreenShooter.picture(stage.getScene(), 1);
            stage.close();
            return picture;
        });
    }

    private static long differing(BufferedImage one, BufferedImage other) {
        int wide = one.getWidth();
        int high = one.getHeight();
        if (wide != other.getWidth() || high != other.getHeight()) {
            throw new IllegalStateException("The windows are not of one size.");
        }
        return IntStream.range(0, wide * high).filter(at -> one.getRGB(at % wide, at / wide) != other.getRGB(at % wide, at / wide)).count();
    }
}
