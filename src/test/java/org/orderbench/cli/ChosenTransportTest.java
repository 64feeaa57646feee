package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.Wiring;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.TransportChoice.Kind;
import picocli.CommandLine;

/** A buyer, or IT, may name the one transport that is used: it is kept with the connection until another is named. */
class ChosenTransportTest {

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    @TempDir
    Path folder;

    private Wiring wiring;

    @BeforeEach
    void open() {
        wiring = Wiring.open(folder, Clock.systemUTC(), Secret.of("demo"));
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    private Kind connect(Kind only) throws OdooException {
        try (ConnectedSession session = wiring.signIn().connect(new ConnectionSettings(odoo.server().url(), "demo", "buyer", only), Secret.of("demo"))) {
            return session.transport().kind();
        }
    }

    private Kind reopened() throws OdooException {
        try (ConnectedSession session = wiring.signIn().open()) {
            session.call("res.users", "context_get", List.of(), Map.of());
            return session.transport().kind();
        }
    }

    @Test
    void theChosenTransportIsKeptUntilForgotten() throws Exception {
        assertThat(connect(null)).isEqualTo(Kind.JSON_RPC);
        assertThat(connect(Kind.XML_RPC)).isEqualTo(Kind.XML_RPC);
        assertThat(reopened()).isEqualTo(Kind.XML_RPC);
        assertThat(connect(null)).as("signing in again, with a new password say, keeps it").isEqualTo(Kind.XML_RPC);
        wiring.connections().forgetTransport();
        assertThat(reopened()).isEqualTo(Kind.JSON_RPC);
    }

    @Test
    void aTransportThatTheServerLacksIsSaid() {
        OdooFailure failure = catchThrowableOfType(OdooException.class, () -> connect(Kind.JSON_2)).failure();
        assertThat(failure.message()).contains("is Odoo 18.0", "which has no JSON-2").contains("leave the choice to Orderbench");
        assertThat(wiring.connections().find()).as("nothing is kept of a failed connection").isEmpty();
    }

    @Test
    void anotherDatabaseUnderTheSameProfileIsRefusedInWords() throws Exception {
        connect(null);
        try (DemoServer other = DemoServer.start(DemoOdoo.small())) {
            assertThatThrownBy(() -> wiring.signIn().connect(new ConnectionSettings(other.url(), "demo", "buyer"), Secret.of("demo")))
                    .isInstanceOf(ConnectionStore.OtherDatabaseException.class).hasMessageContaining("under a profile of its own: --profile NAME");
        }
    }

    @Test
    void aMistypedTransportIsAUsageError() {
        int exit = new CommandLine(new ConnectCommand()).execute("--home", folder.resolve("h").toString(), "--url", odoo.server().url(), "--db", "demo", "--login", "buyer", "--transport", "soap");
        assertThat(exit).isEqualTo(ExitCode.USAGE);
    }
}
