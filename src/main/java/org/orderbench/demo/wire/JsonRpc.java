package org.orderbench.demo.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.OdooError;

/** JSON-RPC 2.0 at {@code /jsonrpc}, and at the web client's own addresses, which are signed in to by cookie. */
final class JsonRpc implements Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final Services services;
    private final WebSessions sessions;
    private final Traceback traceback;

    JsonRpc(Service service) {
        this.service = service;
        this.services = new Services(service);
        this.sessions = new WebSessions(service);
        this.traceback = new Traceback(service.database().version());
    }

    @Override
    public Call parse(Request request) {
        Map<String, @Nullable Object> body;
        try {
            body = Service.map(JSON.readValue(request.body(), Object.class));
        } catch (IOException e) {
            return new Call("jsonrpc", "", () -> {
                throw OdooError.value("Invalid JSON data");
            }, new Answer(null, Map.of()));
        }
        Map<String, @Nullable Object> in = Service.map(body.get("params"));
        Map<String, String> headers = new LinkedHashMap<>();
        Answer answer = new Answer(body.get("id"), headers);
        return switch (request.path()) {
            case "/jsonrpc" -> services.call(String.valueOf(in.get("service")), String.valueOf(in.get("method")), Service.list(in.get("args")), request.snapshot(), answer);
            case "/web/webclient/version_info" -> new Call("common", "version", service::version, answer);
            case "/web/session/authenticate" -> new Call("session", "authenticate", () -> sessions.authenticate(in, headers), answer);
            case "/web/session/get_session_info" -> new Call("session", "get_session_info", () -> sessions.info(request), answer);
            case "/web/session/destroy" -> new Call("session", "destroy", () -> sessions.destroy(request), answer);
            default -> called(request, in, answer);
        };
    }

    /** {@code /web/dataset/call_kw} and its kin. */
    private Call called(Request request, Map<String, @Nullable Object> in, Answer answer) {
        String model = String.valueOf(in.get("model"));
        String method = String.valueOf(in.get("method"));
        return new Call(model, method, () -> {
            sessions.check(request);
            return service.execute(service.uid(), service.secret(), model, method, Service.list(in.get("args")), Service.map(in.get("kwargs")), request.snapshot());
        }, answer);
    }

    /** Writes answers to one request. */
    private final class Answer implements Encoder {
        private final @Nullable Object id;
        private final Map<String, String> headers;

        private Answer(@Nullable Object id, Map<String, String> headers) {
            this.id = id;
            this.headers = headers;
        }

        private Reply reply(String key, @Nullable Object value) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("jsonrpc", "2.0");
            body.put("id", id);
            if (value != null) {
                body.put(key, value);
            }
            return new Reply(200, "application/json; charset=utf-8", bytes(body), headers);
        }

        /** Unlike XML-RPC, None is an answer here: one without a result. */
        @Override
        public Reply result(@Nullable Object value) {
            return reply("result", value);
        }

        @Override
        public Reply failure(OdooError error) {
            boolean expired = error.kind() == OdooError.Kind.SESSION;
            String name = error.kind() == OdooError.Kind.NO_MODEL ? OdooError.Kind.USER.python() : error.kind().python();
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("name", name);
            data.put("debug", traceback.ofCall(name.replace("builtins.", "") + ": " + error.text()));
            data.put("message", error.text());
            data.put("arguments", List.of(error.text()));
            data.put("context", Map.of());
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("code", expired ? 100 : service.database().version().atLeast(OdooVersion.V19) ? 0 : 200);
            body.put("message", expired ? "Odoo Session Expired" : "Odoo Server Error");
            body.put("data", data);
            return reply("error", body);
        }
    }

    static byte[] bytes(@Nullable Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
