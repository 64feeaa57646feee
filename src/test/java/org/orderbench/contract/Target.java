package org.orderbench.contract;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.TransportChoice.Kind;
import org.orderbench.odoo.WireLimits;

/**
 * A server and a transport that the contract is tried on: the demo server in each version, or, where {@code ORDERBENCH_ODOO_URL}, {@code _DB},
 * {@code _LOGIN} and {@code _SECRET} are set, that real Odoo instead. JSON-2 is tried from 19 on, on a real one if the secret is an API key.
 */
record Target(int major, Kind kind, String url, String database, String login, String secret, Runnable closing) implements AutoCloseable {

    private static final OdooConnector CONNECTOR = new OdooConnector(WireLimits.USUAL, Clock.systemUTC());

    static Stream<Target> all() throws OdooException {
        boolean named = System.getenv("ORDERBENCH_ODOO_URL") != null;
        if (!named && "real".equals(System.getProperty("orderbench.contract"))) {
            throw new IllegalStateException("Name the Odoo: set ORDERBENCH_ODOO_URL, ORDERBENCH_ODOO_DB, ORDERBENCH_ODOO_LOGIN and ORDERBENCH_ODOO_SECRET.");
        }
        return named ? real() : demos();
    }

    private static Stream<Target> demos() {
        return Stream.of(OdooVersion.values()).flatMap(version -> Stream.of(Kind.values())
                .filter(kind -> kind != Kind.JSON_2 || version == OdooVersion.V19)
                .map(kind -> demo(version, kind)));
    }

    private static Target demo(OdooVersion version, Kind kind) {
        DemoServer server = DemoServer.start(DemoOdoo.small().version(version));
        return new Target(version.major(), kind, server.url(), server.database(), server.login(), "demo", server::close);
    }

    private static Stream<Target> real() throws OdooException {
        String secret = System.getenv("ORDERBENCH_SECRET") == null ? System.getenv("ORDERBENCH_ODOO_SECRET") : System.getenv("ORDERBENCH_SECRET");
        Target xml = new Target(0, Kind.XML_RPC, System.getenv("ORDERBENCH_ODOO_URL"), System.getenv("ORDERBENCH_ODOO_DB"), System.getenv("ORDERBENCH_ODOO_LOGIN"), secret, () -> {});
        int major;
        try (ConnectedSession session = xml.connect()) {
            major = session.server().major();
        }
        List<Kind> kinds = new ArrayList<>(List.of(Kind.XML_RPC, Kind.JSON_RPC));
        if (major >= 19 && secret.matches("[0-9a-f]{40}")) {
            kinds.add(Kind.JSON_2);
        }
        return kinds.stream().map(kind -> new Target(major, kind, xml.url, xml.database, xml.login, secret, () -> {}));
    }

    ConnectedSession connect() throws OdooException {
        return connect(database, secret);
    }

    ConnectedSession connect(String otherDatabase, String otherSecret) throws OdooException {
        return CONNECTOR.connect(new ConnectionSettings(url, otherDatabase, login, kind), Secret.of(otherSecret));
    }

    @Override
    public void close() {
        closing.run();
    }

    @Override
    public String toString() {
        return "Odoo " + major + " over " + kind.title();
    }
}
