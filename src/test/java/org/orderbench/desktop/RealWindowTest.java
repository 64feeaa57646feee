package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.Main;

/** The one test that needs windows of the system: GTK on a virtual display of 1280 × 720, the smallest that the window must fit. */
@EnabledOnOs(OS.LINUX)
class RealWindowTest {

    @Test
    void theWindowOpensAndFitsASmallScreen(@TempDir Path folder) throws IOException, InterruptedException {
        Process display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader says = new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.UTF_8))) {
            String number = says.readLine();
            assertThat(number).as("Xvfb names the display it opened; .ci/run installs it").isNotBlank();
            Path picture = folder.resolve("display.png");
            Path output = folder.resolve("output.txt");
            Process program = program(number, output, WindowSmoke.class.getName(), picture.toString());
            boolean ended = program.waitFor(180, TimeUnit.SECONDS);
            program.destroyForcibly();
            assertThat(Files.readString(output)).contains("All right");
            assertThat(ended).isTrue();
            assertThat(program.exitValue()).isZero();
            assertThat(picture).isNotEmptyFile();
            keep(picture);
        } finally {
            display.destroy();
            display.waitFor();
        }
    }

    @Test
    void aDisplayThatCannotBeOpenedIsSaidInWords(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process program = program("9999", output, Main.class.getName(), "--home", folder.resolve("home").toString());
        boolean ended = program.waitFor(180, TimeUnit.SECONDS);
        program.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(output)).contains("cannot be opened (Unable to open DISPLAY)", "orderbench --help").doesNotContain("defect", "\tat ");
        assertThat(program.exitValue()).isEqualTo(1);
    }

    private static Process program(String display, Path output, String... main) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                "-Dprism.order=sw", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", classPath()));
        command.addAll(List.of(main));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", ":" + display.strip());
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** Surefire may hide it in a jar's manifest, which the started program reads too. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void keep(Path picture) throws IOException {
        File target = new File("target");
        if (target.isDirectory()) {
            Files.copy(picture, target.toPath().resolve("real-window.png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
