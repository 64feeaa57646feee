package org.orderbench.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.orderbench.demo.wire.WireClient;
import org.orderbench.odoo.TransportChoice.Kind;

/** What goes over the wire itself, without the program's own client: status, code, message. */
final class BareWire {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Target target;
    private final int uid;
    private final WireClient xml;

    BareWire(Target target) {
        this.target = target;
        this.xml = new WireClient(target.url(), target.database(), target.login(), target.secret());
        this.uid = xml.uid();
    }

    /**
     * How a call failed.
     *
     * @param code    the fault code over XML-RPC, the error's code over JSON-RPC, the HTTP status over JSON-2
     * @param name    the Python exception, where the protocol has it
     * @param message what is for the user; over XML-RPC the fault's whole text
     * @param debug   the server's traceback, where the protocol has it apart
     */
    record Failed(int code, String name, String message, String debug) {}

    WireClient xml() {
        return xml;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(target.url() + path)).GET());
    }

    HttpResponse<String> json2(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.url() + "/json/2/" + path)).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** With this target's database and key. */
    HttpResponse<String> json2(String path, Map<String, ?> named) {
        return json2(path, text(named), "X-Odoo-Database", target.database(), "Authorization", "bearer " + target.secret());
    }

    /** Over {@code /jsonrpc}: the whole answer. */
    JsonNode jsonRpc(String service, String method, List<?> args) {
        String body = text(Map.of("jsonrpc", "2.0", "method", "call", "id", 7, "params", Map.of("service", service, "method", method, "args", args)));
        return json(send(HttpRequest.newBuilder(URI.create(target.url() + "/jsonrpc")).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))).body());
    }

    /** How {@code model.method(named)} fails over this target's transport. */
    Failed failure(String model, String method, Map<String, ?> named) {
        return failure(target.database(), target.secret(), model, method, named);
    }

    Failed failure(String database, String secret, String model, String method, Map<String, ?> named) {
        List<Object> call = List.of(database, uid, secret, model, method, List.of(), named);
        return switch (target.kind()) {
            case XML_RPC -> fault("object", "execute_kw", call);
            case JSON_RPC -> {
                JsonNode error = jsonRpc("object", "execute_kw", call).path("error");
                yield new Failed(error.path("code").asInt(-1), error.path("data").path("name").asText(), error.path("data").path("message").asText(), error.path("data").path("debug").asText());
            }
            case JSON_2 -> {
                HttpResponse<String> answer = json2(model + "/" + method, text(named), "X-Odoo-Database", database, "Authorization", "bearer " + secret);
                boolean html = answer.headers().firstValue("Content-Type").orElse("").contains("html");
                JsonNode error = html ? JSON.createObjectNode() : json(answer.body());
                yield new Failed(answer.statusCode(), error.path("name").asText(), html ? answer.body() : error.path("message").asText(), error.path("debug").asText());
            }
        };
    }

    Failed fault(String service, String method, List<?> params) {
        try {
            return new Failed(0, "", "answered " + xml.send(service, method, params), "");
        } catch (WireClient.Failed e) {
            return new Failed(e.code(), "", e.getMessage(), e.getMessage());
        }
    }

    boolean isOver(Kind kind) {
        return target.kind() == kind;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
