package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderbench.odoo.TransportChoice.Kind;

/** The JSON transports, and the choice between all three. */
class JsonTransportsTest {

    private static final WireLimits TIGHT = new WireLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 20);
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private final OdooConnector connector = new OdooConnector(TIGHT, Clock.systemUTC());

    private static RawServer.Script json(String body) {
        return RawServer.text("200 OK", "application/json", body);
    }

    private static RawServer.Script result(int id, String value) {
        return json("{\"jsonrpc\": \"2.0\", \"id\": " + id + ", \"result\": " + value + "}");
    }

    private static RawServer.Script error(int id, String exception, String message, String debug) {
        return json("{\"jsonrpc\": \"2.0\", \"id\": " + id + ", \"error\": {\"code\": 200, \"message\": \"Odoo Server Error\", \"data\": {\"name\": \"" + exception
                + "\", \"message\": \"" + message + "\", \"debug\": \"" + debug + "\"}}}");
    }

    private ConnectedSession connect(RawServer server, String secret) throws Exception {
        return connector.connect(new ConnectionSettings(server.address(), "demo", "buyer"), Secret.of(secret));
    }

    /** The failure of a call over JSON-RPC that gets this answer. */
    private OdooFailure failing(RawServer.Script answer) throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), result(1, "8"), answer); OdooSession session = connect(server, "pw")) {
            return catchThrowableOfType(OdooException.class, () -> session.call("purchase.order", "write", List.of(List.of(1), Map.of()), Map.of())).failure();
        }
    }

    @Test
    void jsonRpcIsChosenWithAPassword() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), result(1, "8"), result(2, "[{\"id\": 1, \"price\": 2.5, \"x\": NaN, \"big\": 5000000000, \"none\": null}]"));
                ConnectedSession session = connect(server, "pw")) {
            assertThat(session.transport().kind()).isEqualTo(Kind.JSON_RPC);
            Object rows = session.call("product.product", "search_read", List.of(), Map.of());
            assertThat(rows).isInstanceOfSatisfying(List.class, list -> assertThat((Map<?, ?>) list.getFirst()).satisfies(row -> {
                assertThat((Object) row.get("price")).isEqualTo(2.5);
                assertThat((Object) row.get("x")).isEqualTo(Double.NaN);
                assertThat((Object) row.get("big")).isEqualTo(5_000_000_000L);
                assertThat((Object) row.get("none")).isNull();
            }));
        }
    }

    @Test
    void whereJsonIsBarredXmlRpcSuffices() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), RawServer.text("404 Not Found", "text/html", "<html/>"), RawServer.value("<int>8</int>"), RawServer.value("<int>1</int>"));
                ConnectedSession session = connect(server, "pw")) {
            assertThat(session.transport().kind()).isEqualTo(Kind.XML_RPC);
            assertThat(session.call("res.users", "search_count", List.of(List.of()), Map.of())).isEqualTo(1);
        }
    }

    @Test
    void aReadThatJsonSpoilsIsAskedAgainOverXmlRpcAndAWriteIsNot() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), result(1, "8"), json("{\"half"), json("{\"half"), RawServer.value("<int>7</int>"), RawServer.value("<int>9</int>"));
                ConnectedSession session = connect(server, "pw")) {
            OdooFailure write = catchThrowableOfType(OdooException.class, () -> session.call("purchase.order", "write", List.of(List.of(1), Map.of()), Map.of())).failure();
            assertThat(write).isInstanceOf(OdooFailure.Malformed.class);
            assertThat(session.call("purchase.order", "search_count", List.of(List.of()), Map.of())).isEqualTo(7);
            assertThat(session.transport().kind()).isEqualTo(Kind.XML_RPC);
            assertThat(session.call("purchase.order", "search_count", List.of(List.of()), Map.of())).isEqualTo(9);
        }
    }

    @Test
    void theServersErrorsMeanTheSameAsOverXmlRpc() throws Exception {
        assertThat(failing(error(2, "odoo.exceptions.UserError", "Cancel it first.", "Traceback"))).isEqualTo(new OdooFailure.Refused("Cancel it first."));
        assertThat(failing(error(2, "odoo.exceptions.AccessDenied", "Access Denied", "Traceback"))).isEqualTo(new OdooFailure.WrongSecret("buyer"));
        assertThat(failing(error(2, "odoo.exceptions.AccessError", "No.", "Traceback"))).isEqualTo(new OdooFailure.Forbidden("purchase.order", "change", "Purchase / User"));
        assertThat(failing(error(2, "builtins.ValueError", "x", "Traceback\\nValueError: Invalid field 'x' on model 'purchase.order'\\n")))
                .isEqualTo(new OdooFailure.ServerFault(1, "ValueError: Invalid field 'x' on model 'purchase.order'"));
    }

    @Test
    void anAnswerToSomethingElseIsNone() throws Exception {
        assertThat(failing(result(77, "true"))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failing(json("[]"))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failing(json("[".repeat(5000)))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failing(json("{\"id\": 2}"))).isInstanceOf(OdooFailure.Malformed.class);
    }

    @Test
    void aMissingResultIsNothing() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), result(1, "8"), json("{\"jsonrpc\": \"2.0\", \"id\": 2}")); ConnectedSession session = connect(server, "pw")) {
            assertThat(session.call("purchase.order", "button_cancel", List.of(List.of(1)), Map.of())).isNull();
        }
    }

    @Test
    void json2IsChosenWithAnApiKeyFrom19On() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("19.0", 19), json("{\"lang\": \"en_US\", \"uid\": 5}"), json("[{\"id\": 5, \"login\": \"buyer\"}]"), json("[12]"));
                ConnectedSession session = connect(server, KEY)) {
            assertThat(session.transport().kind()).isEqualTo(Kind.JSON_2);
            assertThat(session.call("purchase.order", "create", List.of(Map.of("name", "x")), Map.of())).isEqualTo(12);
            assertThat(server.requests().getLast()).contains("POST /json/2/purchase.order/create").contains("bearer " + KEY).contains("X-Odoo-Database: demo").contains("{\"vals_list\":{\"name\":\"x\"}}");
        }
    }

    @Test
    void aPasswordIsNeverSentAsAKey() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("19.0", 19), result(1, "5")); ConnectedSession session = connect(server, "correct horse")) {
            assertThat(session.transport().kind()).isEqualTo(Kind.JSON_RPC);
            assertThat(server.requests()).noneMatch(request -> request.toLowerCase(java.util.Locale.ROOT).contains("authorization"));
        }
    }

    @Test
    void somebodyElsesKeyIsRefused() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("19.0", 19), json("{\"uid\": 5}"), json("[{\"id\": 5, \"login\": \"other\"}]"), result(1, "false"))) {
            OdooFailure failure = catchThrowableOfType(OdooException.class, () -> connect(server, KEY)).failure();
            assertThat(failure).isEqualTo(new OdooFailure.WrongSecret("buyer"));
        }
    }

    @Test
    void json2TellsAWrongDatabaseByItsWebPage() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("19.0", 19), RawServer.text("404 Not Found", "text/html", "<h1>Not Found</h1>"))) {
            OdooFailure failure = catchThrowableOfType(OdooException.class, () -> connect(server, KEY)).failure();
            assertThat(failure).isEqualTo(new OdooFailure.WrongDatabase("demo"));
        }
    }

    @Test
    void positionalArgumentsGetTheirNames() {
        assertThat(NamedArguments.of("read", List.of(7, List.of("name")), Map.of())).isEqualTo(Map.of("ids", List.of(7), "fields", List.of("name")));
        assertThat(NamedArguments.of("button_confirm", List.of(List.of(7)), Map.of())).isEqualTo(Map.of("ids", List.of(7)));
        assertThat(NamedArguments.of("load", List.of(List.of("id"), List.of()), Map.of("context", Map.of()))).isEqualTo(Map.of("fields", List.of("id"), "data", List.of(), "context", Map.of()));
    }
}
