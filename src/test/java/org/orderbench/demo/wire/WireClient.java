package org.orderbench.demo.wire;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.orderbench.demo.DemoServer;

/** A small XML-RPC client that knows nothing of the program's own: what a stranger would write. */
public final class WireClient {

    /** An XML-RPC fault. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Failed(int code, String text) {
            super(text);
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The last line that says anything. */
        public String lastLine() {
            return getMessage().strip().lines().reduce((first, second) -> second).orElse("");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String database;
    private final String secret;
    private final int uid;

    public WireClient(DemoServer server) {
        this(server.url(), "demo", "buyer", "demo");
    }

    public WireClient(String url, String database, String login, String secret) {
        this.url = url;
        this.database = database;
        this.secret = secret;
        this.uid = (Integer) send("common", "authenticate", List.of(database, login, secret, Map.of()));
    }

    public int uid() {
        return uid;
    }

    /** {@code execute_kw}. */
    public Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return send("object", "execute_kw", List.of(database, uid, secret, model, method, args, kwargs));
    }

    public Object call(String model, String method, Object... args) {
        return call(model, method, Arrays.asList(args), Map.of());
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String model, List<?> domain, String... fields) {
        return (List<Map<String, Object>>) call(model, "search_read", List.of(domain), Map.of("fields", Arrays.asList(fields), "order", "id"));
    }

    public Object send(String service, String method, List<?> params) {
        return result(post("/xmlrpc/2/" + service, "text/xml", request(method, params)).body());
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
            for (int i = 0; i < headers.length; i += 2) {
                builder.header(headers[i], headers[i + 1]);
            }
            return http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of an answer; a fault is thrown. */
    static Object result(String body) {
        Object value = values(body).getFirst();
        if (body.contains("<fault>") && value instanceof Map<?, ?> fault) {
            throw new Failed((Integer) fault.get("faultCode"), String.valueOf(fault.get("faultString")));
        }
        return value;
    }

    static List<Object> values(String body) {
        try {
            return new ArrayList<>(XmlRpcRequest.read(new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))).parameters());
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private static String request(String method, List<?> params) {
        StringBuilder out = new StringBuilder("<?xml version='1.0'?>\n<methodCall>\n<methodName>").append(method).append("</methodName>\n<params>\n");
        for (Object param : params) {
            out.append("<param>\n").append(value(param)).append("</param>\n");
        }
        return out.append("</params>\n</methodCall>\n").toString();
    }

    private static String value(Object value) {
        String inner = switch (value) {
            case Integer number -> "<int>" + number + "</int>";
            case Double number -> "<double>" + number + "</double>";
            case Boolean flag -> "<boolean>" + (flag ? 1 : 0) + "</boolean>";
            case List<?> list -> "<array><data>" + String.join("", list.stream().map(WireClient::value).toList()) + "</data></array>";
            case Map<?, ?> map -> "<struct>" + String.join("", map.entrySet().stream()
                    .map(entry -> "<member><name>" + entry.getKey() + "</name>" + value(entry.getValue()) + "</member>").toList()) + "</struct>";
            default -> "<string>" + value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</string>";
        };
        return "<value>" + inner + "</value>";
    }
}
