package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What a command says when it cannot do what was asked: what is wrong and what to do, and never that it is a defect. */
class BadInputTest {

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve-demo", "--products", "60", "--days", "30", "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("cannot listen on port " + taken.getLocalPort()).contains("Choose another port").doesNotContain("defect");
        }
    }
}
