package org.orderbench.demo.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.Calls;
import org.orderbench.demo.orm.OdooError;

/** {@code POST /json/2/MODEL/METHOD}, from 19 on: named arguments, an API key, HTTP statuses. */
final class Json2 implements Transport, Transport.Encoder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_DATABASE = """
            <!DOCTYPE html>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
            <p>Please verify the hostname, <a href=/web/login>login</a> and try again.</p>

            <!-- Alternatively, use the X-Odoo-Database header. -->
            """;

    private final Service service;
    private final Traceback traceback;

    Json2(Service service) {
        this.service = service;
        this.traceback = new Traceback(service.database().version());
    }

    @Override
    public Call parse(Request request) {
        String[] path = request.path().substring("/json/2/".length()).split("/");
        String model = path[0];
        String method = path.length > 1 ? path[1] : "";
        return new Call(model, method, () -> call(request, model, method), this);
    }

    private @Nullable Object call(Request request, String model, String method) {
        String database = request.header().apply("X-Odoo-Database");
        if (!database.isEmpty() && !service.isDatabase(database)) {
            throw new OdooError(OdooError.Kind.NO_DATABASE, database);
        }
        String authorization = request.header().apply("Authorization");
        boolean bearer = authorization.regionMatches(true, 0, "bearer ", 0, 7);
        if (!bearer || !service.isSecret(authorization.substring(7).strip())) {
            throw new OdooError(OdooError.Kind.UNAUTHORIZED, bearer ? "Invalid apikey" : "User not authenticated, use the \"Authorization\" header");
        }
        Map<String, @Nullable Object> in;
        try {
            in = request.body().length == 0 ? Map.of() : Service.map(JSON.readValue(request.body(), Object.class));
        } catch (IOException e) {
            throw new OdooError(OdooError.Kind.ARGUMENT, "could not parse the body as json: " + e.getMessage());
        }
        if (!service.database().models().containsKey(model)) {
            throw new OdooError(OdooError.Kind.NO_MODEL, "the model '" + model + "' does not exist");
        }
        return new Calls(service.database()).named(service.uid(), model, method, in, request.snapshot());
    }

    @Override
    public Reply result(@Nullable Object value) {
        return Reply.json(200, JsonRpc.bytes(value));
    }

    @Override
    public Reply failure(OdooError error) {
        return switch (error.kind()) {
            case NO_DATABASE -> Reply.html(404, NO_DATABASE);
            case UNAUTHORIZED -> failed(401, "werkzeug.exceptions.Unauthorized", error.text(), List.of(error.text(), 401));
            case NO_MODEL -> failed(404, "werkzeug.exceptions.NotFound", error.text(), List.of(error.text(), 404));
            case ARGUMENT, INDEX -> failed(422, "werkzeug.exceptions.UnprocessableEntity", error.text(), List.of(error.text(), 422));
            case ACCESS, DENIED -> failed(403, error.kind().python(), error.text(), List.of(error.text()));
            case USER, VALIDATION, MISSING -> failed(422, error.kind().python(), error.text(), List.of(error.text()));
            case ATTRIBUTE -> failed(404, "werkzeug.exceptions.NotFound", error.text(), List.of(error.text(), 404));
            case VALUE, KEY, DATABASE, SESSION -> failed(500, error.kind().python(), error.text(), List.of(error.text()));
        };
    }

    private Reply failed(int status, String name, String message, List<Object> arguments) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("message", message);
        body.put("arguments", arguments);
        body.put("context", Map.of());
        body.put("debug", traceback.ofRequest(name.replace("builtins.", "") + ": " + message));
        return Reply.json(status, JsonRpc.bytes(body));
    }
}
