package org.orderbench.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;

/**
 * Clients that nobody here wrote cannot tell the demo server from an Odoo: Debian's {@code python3-odoorpc} and Python's own {@code xmlrpc.client}. Where
 * {@code .ci/run} runs the build they have to be there; elsewhere, without them, the test says that it was not made.
 */
class StrangerTest {

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Ended run(String... command) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private boolean hasOdooRpc() throws Exception {
        try {
            return run(python(), "-c", "import odoorpc").code() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** Debian's, which has Debian's packages. */
    private static String python() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    }

    @ParameterizedTest
    @EnumSource
    void aStrangersClientSignsInBrowsesSearchesAndWrites(OdooVersion version) throws Exception {
        boolean required = "yes".equals(System.getenv("ORDERBENCH_TEST_ODOORPC"));
        assumeTrue(required || hasOdooRpc(), "python3-odoorpc is not installed");
        Path script = Path.of(StrangerTest.class.getResource("stranger.py").toURI());
        try (DemoServer server = DemoServer.start(DemoOdoo.small().version(version))) {
            String port = server.url().substring(server.url().lastIndexOf(':') + 1);
            Ended ended = run(List.of(python(), script.toString(), port, String.valueOf(version.major())).toArray(String[]::new));
            assertThat(ended.said().strip()).endsWith("done");
            assertThat(ended.code()).isZero();
        }
    }
}
