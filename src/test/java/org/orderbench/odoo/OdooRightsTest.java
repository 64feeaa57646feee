package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.TransportChoice.Kind;
import org.orderbench.policy.UserRights;

class OdooRightsTest {

    static Stream<Arguments> everyVersionOverEveryTransport() {
        return Stream.of(OdooVersion.values())
                .flatMap(version -> Stream.of(Kind.values())
                        .filter(choice -> choice != Kind.JSON_2 || version == OdooVersion.V19)
                        .map(choice -> Arguments.of(version, choice)));
    }

    @ParameterizedTest
    @MethodSource("everyVersionOverEveryTransport")
    void aPlainBuyerMayOrderAndIsNoManager(OdooVersion version, Kind choice) throws Exception {
        String key = "5ec2e7a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5";
        try (DemoServer odoo = DemoServer.start(DemoOptions.defaults().products(20).days(10).version(version).secret(key));
                OdooSession session = new OdooConnector(WireLimits.USUAL, Clock.systemUTC()).connect(new ConnectionSettings(odoo.url(), "demo", "buyer", choice), Secret.of(key))) {
            assertThat(OdooRights.read(session)).isEqualTo(new UserRights(true, true, false));
        }
    }
}
