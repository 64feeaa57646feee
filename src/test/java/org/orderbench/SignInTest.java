package org.orderbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.managed.ManagedSettings;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.policy.PolicyBounds;

class SignInTest {

    @TempDir
    Path folder;

    @Test
    void whereTheServerIsSettledNoOtherOneSeesTheSecret() throws Exception {
        try (DemoServer odoo = DemoServer.start(DemoOptions.defaults().products(20).days(10))) {
            try (Wiring wiring = open(URI.create("https://odoo.example.com"), "demo")) {
                assertThatThrownBy(() -> connect(wiring, odoo)).isInstanceOf(SignIn.NotConnectedException.class).hasMessageContaining("https://odoo.example.com");
                assertThat(odoo.calls().total()).isZero();
            }
            try (Wiring wiring = open(URI.create(odoo.url()), "other")) {
                assertThatThrownBy(() -> connect(wiring, odoo)).isInstanceOf(SignIn.NotConnectedException.class).hasMessageContaining("\"other\"");
            }
            try (Wiring wiring = open(URI.create(odoo.url()), "demo"); OdooSession session = connect(wiring, odoo)) {
                assertThat(session.server().database()).isEqualTo("demo");
            }
        }
    }

    @Test
    void aConnectionFromBeforeTheServerWasSettledIsRefusedToo() throws Exception {
        try (DemoServer odoo = DemoServer.start(DemoOptions.defaults().products(20).days(10))) {
            try (Wiring wiring = Wiring.open(folder, Clock.systemUTC(), Secret.of("demo"))) {
                connect(wiring, odoo).close();
            }
            try (Wiring wiring = open(URI.create("https://odoo.example.com"), "demo")) {
                assertThatThrownBy(() -> wiring.signIn().open()).isInstanceOf(SignIn.NotConnectedException.class).hasMessageContaining("ask your IT");
            }
        }
    }

    private Wiring open(URI server, String database) {
        ManagedSettings managed = new ManagedSettings(Optional.of(server), Optional.of(database), PolicyBounds.NONE, Optional.empty());
        return Wiring.open(folder, Clock.systemUTC(), Secret.of("demo"), managed);
    }

    private static OdooSession connect(Wiring wiring, DemoServer odoo) throws Exception {
        return wiring.signIn().connect(new ConnectionSettings(odoo.url(), "demo", "buyer"), Secret.of("demo"));
    }
}
