package org.orderbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.Secret;

class ServerContactTest {

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    @TempDir
    Path folder;

    @Test
    void howCallsTravelAndWhyIsKnownAfterTheSignIn() throws Exception {
        try (Wiring wiring = Wiring.open(folder, Clock.systemUTC(), Secret.of("demo"))) {
            wiring.signIn().connect(new ConnectionSettings(odoo.server().url(), "demo", "buyer"), Secret.of("demo")).close();
            ServerContact contact = new ServerContact(wiring);
            assertThat(contact.situation(OdooFailure::message).transport()).isEmpty();
            contact.signIn().close();
            assertThat(contact.situation(OdooFailure::message).transport()).isEqualTo("JSON-RPC (the cheapest that Odoo 18 has)");
            assertThat(contact.situation(OdooFailure::message).online()).isTrue();
        }
    }
}
