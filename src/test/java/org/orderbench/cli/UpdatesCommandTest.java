package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's own setting of where newer versions are announced. */
class UpdatesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void nothingIsAskedUntilAPlaceIsSet() {
        assertThat(run("updates", "--home", home.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("nothing was asked").contains("--from and --key");
        assertThat(run("updates", "--home", home.toString(), "--from", "http://downloads.example.com/x.json", "--key", "AAAA")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("must begin with https://");
        assertThat(run("updates", "--home", home.toString(), "--from", "https://downloads.example.com/x.json")).isEqualTo(ExitCode.USAGE);
        assertThat(run("updates", "--home", home.toString())).as("nothing was kept").isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aPlaceOnceSetIsAskedUntilItIsTakenAway() throws Exception {
        KeyPair publisher = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] news = """
                {"version": "99.0", "page": "https://orderbench.example/99", "summary": "All new."}""".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(publisher.getPrivate());
        signer.update(news);
        byte[] signature = Base64.getEncoder().encode(signer.sign());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestURI().getPath().endsWith(".sig") ? signature : news;
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String key = Base64.getEncoder().encodeToString(publisher.getPublic().getEncoded());
            assertThat(run("updates", "--home", home.toString(), "--from", "http://127.0.0.1:" + server.getAddress().getPort() + "/news.json", "--key", key))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("updates", "--home", home.toString())).isEqualTo(ExitCode.DONE);
            assertThat(out.toString()).containsOnlyOnce("All new. See https://orderbench.example/99\nVersion 99.0 is there");
            assertThat(run("updates", "--home", home.toString(), "--off")).isEqualTo(ExitCode.DONE);
            assertThat(run("updates", "--home", home.toString())).isEqualTo(ExitCode.FAILED);
        } finally {
            server.stop(0);
        }
    }
}
