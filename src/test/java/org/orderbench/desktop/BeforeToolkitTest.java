package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows is made while JavaFX starts, and nobody knows how far that is by then. So nothing of it may need JavaFX: here it is not started at all yet. */
class BeforeToolkitTest {

    @Test
    void theWholeWindowIsMadeBeforeJavaFxIsStartedAndLooksLikeAnyOther(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", RealWindowTest.classPath(), BeforeToolkit.class.getName()))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = program.waitFor(120, TimeUnit.SECONDS);
        program.destroyForcibly();
        assertThat(Files.readString(output)).containsSubsequence("MADE", "ROWS", "\n0 PIXELS DIFFER").doesNotContain("Exception");
        assertThat(ended).isTrue();
    }
}
