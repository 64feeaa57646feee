package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.odoo.OdooFailure;

/** What a command says when it cannot do what was asked: what is wrong and what to do, and never that it is a defect. */
class BadInputTest {

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    }

    @TempDir
    Path folder;

    private String refused(String url, String database, String secret) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((secret + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("connect", "--home", folder.toString(), "--url", url, "--db", database, "--login", "buyer")).isEqualTo(ExitCode.FAILED);
        } finally {
            System.setIn(before);
        }
        assertThat(err.toString()).doesNotContain("defect").doesNotContain(secret);
        return err.toString();
    }

    @Test
    void noServerAtTheAddress() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(refused("http://127.0.0.1:" + port, "demo", "s3cret-word")).contains("No server answers at http://127.0.0.1:" + port).contains("Check the address");
    }

    @Test
    void notAnOdoo() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(501, -1);
            exchange.close();
        });
        web.start();
        try {
            assertThat(refused("http://127.0.0.1:" + web.getAddress().getPort(), "demo", "s3cret-word")).contains("is not an Odoo server (status 501").contains("Use the address that you open Odoo with");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void notEvenAWebServer() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!mute.isClosed()) {
                    try {
                        mute.accept().close();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            assertThat(refused("http://127.0.0.1:" + mute.getLocalPort(), "demo", "s3cret-word")).contains("is not an Odoo server (the connection broke");
        }
    }

    @Test
    void aWrongDatabaseAndAWrongPassword() {
        try (DemoServer odoo = DemoServer.start(DemoOdoo.small())) {
            assertThat(refused(odoo.url(), "nodb", "demo-word")).contains("There is no database \"nodb\" on this server");
            assertThat(refused(odoo.url(), "demo", "s3cret-word")).contains("Odoo does not accept this login and secret for \"buyer\"").contains("New API Key");
        }
    }

    @Test
    void noAddress() {
        assertThat(refused("not an address", "demo", "s3cret-word")).contains("\"not an address\" is not an address. Use the one that you open Odoo with");
    }

    @Test
    void noRightToPurchase() {
        assertThat(new OdooFailure.Forbidden("Purchase Order (purchase.order)", "create", "Purchase / User").message())
                .isEqualTo("Your Odoo user may not create Purchase Order (purchase.order). Ask your Odoo administrator for the right \"Purchase / User\".");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve-demo", "--products", "60", "--days", "30", "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("cannot listen on port " + taken.getLocalPort()).contains("Choose another port").doesNotContain("defect");
        }
    }

    @Test
    void optionsBeforeTheCommandCountAsAfterIt() {
        assertThat(GlobalOptions.last("--home", "h", "--json", "--profile=p", "sync", "--full")).containsExactly("sync", "--full", "--home", "h", "--json", "--profile=p");
        assertThat(GlobalOptions.last("sync", "--home", "h")).containsExactly("sync", "--home", "h");
        assertThat(GlobalOptions.last("--home", "h")).as("the window's own").containsExactly("--home", "h");
        assertThat(GlobalOptions.last("--help")).containsExactly("--help");
    }
}
