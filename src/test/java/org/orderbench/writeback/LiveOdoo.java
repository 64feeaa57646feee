package org.orderbench.writeback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;

/**
 * An Odoo for whole-way tests: the demo server in a version, or the real one that {@code ORDERBENCH_ODOO_URL}, {@code _DB}, {@code _LOGIN} and
 * {@code _SECRET} name. What a test made is cancelled and deleted when it is closed.
 */
final class LiveOdoo implements AutoCloseable {

    final @Nullable DemoServer demo;
    final ConnectionSettings settings;
    private final String secret;
    private final List<Integer> before = new ArrayList<>();
    private final AtomicReference<@Nullable OdooSession> onlooker = new AtomicReference<>();

    private LiveOdoo(@Nullable DemoServer demo, ConnectionSettings settings, String secret) {
        this.demo = demo;
        this.settings = settings;
        this.secret = secret;
        before.addAll(orders());
    }

    static boolean isReal() {
        return System.getenv("ORDERBENCH_ODOO_URL") != null;
    }

    /** The versions to test: all three of the demo server, or whatever the real one is. */
    static List<OdooVersion> versions() {
        return isReal() ? List.of(OdooVersion.V18) : List.of(OdooVersion.values());
    }

    static LiveOdoo open(OdooVersion version) {
        if (isReal()) {
            Map<String, String> env = System.getenv();
            return new LiveOdoo(
                    null, new ConnectionSettings(env.get("ORDERBENCH_ODOO_URL"), env.get("ORDERBENCH_ODOO_DB"), env.get("ORDERBENCH_ODOO_LOGIN")),
                    env.get("ORDERBENCH_ODOO_SECRET"));
        }
        DemoServer server = DemoServer.start(DemoOptions.defaults().version(version).products(60).days(60));
        return new LiveOdoo(server, new ConnectionSettings(server.url(), server.database(), server.login()), "demo");
    }

    OdooSession connect() {
        return connect(settings.address());
    }

    /** The same server at another address, such as a proxy's. */
    OdooSession connect(String address) {
        try {
            WireLimits limits = new WireLimits(java.time.Duration.ofSeconds(5), java.time.Duration.ofSeconds(isReal() ? 60 : 30), 64 << 20, 64);
            return new OdooConnector(limits, Clock.systemUTC())
                    .connect(new ConnectionSettings(address, settings.database(), settings.login()), Secret.of(secret));
        } catch (OdooException e) {
            throw new AssertionError(e.failure().message(), e);
        }
    }

    Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        try {
            OdooSession session = onlooker.get();
            if (session == null) {
                session = connect();
                onlooker.set(session);
            }
            try {
                return session.call(model, method, args, kwargs);
            } catch (OdooException e) {
                if (!method.equals("search_read")) {
                    throw e;
                }
                // a server closes a connection that was idle for long, and the client finds out by using it: reading once more does no harm
                return session.call(model, method, args, kwargs);
            }
        } catch (OdooException e) {
            throw new AssertionError(e.failure().message(), e);
        }
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> searchRead(String model, List<?> domain, String... fields) {
        if (demo != null) {
            return demo.admin().searchRead(model, domain, fields);
        }
        return (List<Map<String, Object>>) call(model, "search_read", List.of(domain), Map.of("fields", List.of(fields), "order", "id", "load", ""));
    }

    /** A product that can be bought and is none of those. */
    int somethingElse(Collection<Candidate> than) {
        List<Integer> taken = than.stream().map(candidate -> candidate.sku().productId()).toList();
        return searchRead("product.product", List.of(List.of("purchase_ok", "=", true), List.of("id", "not in", taken)), "name").stream()
                .map(row -> (Integer) row.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> orders() {
        return searchRead("purchase.order", List.of(), "name").stream().map(row -> (Integer) row.get("id")).toList();
    }

    /** The orders that Orderbench made since this was opened; others may work on the same server. */
    List<Map<String, Object>> newOrders() {
        return searchRead("purchase.order", List.of(List.of("id", "not in", before), List.of("origin", "=like", "OB-%")), "name", "state", "origin", "user_id", "order_line", "partner_id", "amount_total");
    }

    List<Map<String, Object>> lines(Collection<?> ids) {
        return searchRead("purchase.order.line", List.of(List.of("id", "in", List.copyOf(ids))), "order_id", "product_id", "product_qty", "price_unit", "product_uom_qty");
    }

    /** Notes of people on an order; not what Odoo itself logs. */
    List<Map<String, Object>> notes(int order) {
        return searchRead(
                "mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment")), "body",
                "subtype_id", "author_id");
    }

    /** A database of its own, thrown away afterwards: nothing needs to be taken back. */
    private static boolean isThrownAway() {
        return System.getenv("ORDERBENCH_ODOO_THROWAWAY") != null;
    }

    @Override
    public void close() {
        OdooSession looking = onlooker.getAndSet(null);
        if (looking != null) {
            looking.close();
        }
        if (demo != null) {
            demo.close();
            return;
        }
        if (isThrownAway()) {
            return;
        }
        for (Map<String, Object> order : newOrders()) {
            List<?> id = List.of(List.of(order.get("id")));
            try (OdooSession session = connect()) {
                try {
                    session.call("purchase.order", "button_cancel", id, Map.of());
                } catch (OdooException e) {
                    // answers None
                }
                // line by line, so that their keys go with them: deleting the order alone would leave those behind
                session.call("purchase.order.line", "unlink", List.of(order.get("order_line")), Map.of());
                session.call("purchase.order", "unlink", id, Map.of());
            } catch (OdooException e) {
                System.err.println("Left behind: " + order.get("name") + " " + e.failure().message());
            }
        }
    }
}
