package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.desktop.shell.Screen;

/** The pictures that the demo leaves behind: all there, of the promised size, and not empty. */
class ScreenShooterTest {

    @Test
    void everyScreenIsPicturedLightAndDark(@TempDir Path directory) throws Exception {
        List<Path> files = ScreenShooter.writeScreens(directory, new SampleServices(86, true).services(Locale.UK));
        assertThat(files).hasSize(2 * Screen.values().length);
        for (Path file : files) {
            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).isEqualTo(1440);
            assertThat(picture.getHeight()).isEqualTo(900);
            assertThat(colours(picture)).as("colours in %s", file).hasSizeGreaterThan(40);
        }
    }

    @Test
    void picturesForFinerDisplaysAreAsManyTimesLarger(@TempDir Path directory) throws Exception {
        Path file = ScreenShooter.writeScreens(directory, new SampleServices(0, false).services(Locale.UK), 2).getFirst();
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2880);
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }
}
