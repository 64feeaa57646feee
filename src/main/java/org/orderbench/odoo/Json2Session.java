package org.orderbench.odoo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session over {@code /json/2}: the API key in a header, arguments by name. */
final class Json2Session implements OdooSession {

    private static final Logger LOG = LoggerFactory.getLogger(Json2Session.class);

    private final HttpWire http;
    private final Json json;
    private final ServerInfo server;
    private final String login;
    private final Secret key;
    private final int uid;

    private Json2Session(HttpWire http, ServerInfo server, String login, Secret key, int uid) {
        this.http = http;
        this.json = Json.within(http.limits());
        this.server = server;
        this.login = login;
        this.key = key;
        this.uid = uid;
    }

    /**
     * Signs in: a key names its user by itself, so that the login is compared.
     *
     * @throws OdooException if the key is refused, or is somebody else's
     */
    static Json2Session open(HttpWire http, ServerInfo server, String login, Secret key) throws OdooException {
        Json2Session asking = new Json2Session(http, server, login, key, 0);
        if (asking.call("res.users", "context_get", List.of(), Map.of()) instanceof Map<?, ?> context && context.get("uid") instanceof Integer uid) {
            Json2Session session = new Json2Session(http, server, login, key, uid);
            Object user = session.call("res.users", "read", List.of(List.of(uid), List.of("login")), Map.of());
            if (user instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> row && login.equals(row.get("login"))) {
                return session;
            }
            throw new OdooException(new OdooFailure.WrongSecret(login));
        }
        throw new OdooException(new OdooFailure.NotOdoo(http.address(), "it does not say whose key this is"));
    }

    @Override
    public ServerInfo server() {
        return server;
    }

    @Override
    public int uid() {
        return uid;
    }

    @Override
    public @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        String path = "/json/2/" + model + "/" + method;
        HttpReply reply = http.post(path, "application/json", json.write(NamedArguments.of(method, args, kwargs)), Map.of(
                "Authorization", "bearer " + key.reveal(), "X-Odoo-Database", server.database()));
        if (reply.status() == 404 && reply.isHtml()) {
            throw new OdooException(new OdooFailure.WrongDatabase(server.database()));
        }
        if (!reply.isJson()) {
            throw new OdooException(reply.status() == 200 ? new OdooFailure.NotOdoo(http.address(), "it answers with a web page") : http.explain(path, reply));
        }
        Object answer = read(reply.body());
        if (reply.status() == 200) {
            return NamedArguments.asOverRpc(method, args, answer);
        }
        throw new OdooException(failure(model, method, path, reply, answer));
    }

    private OdooFailure failure(String model, String method, String path, HttpReply reply, @Nullable Object answer) {
        if (!(answer instanceof Map<?, ?> error) || !(error.get("name") instanceof String name)) {
            return http.explain(path, reply);
        }
        if (reply.status() == 401) {
            LOG.debug("Key refused: {}", key.redact(String.valueOf(error.get("debug"))));
            return new OdooFailure.WrongSecret(login);
        }
        Answer.Fault fault = JsonRpcWire.fault(name, String.valueOf(error.get("message")), String.valueOf(error.get("debug")));
        return switch (Faults.ofCall(fault.without(key), login, server.database(), model, method)) {
            case OdooFailure.ServerFault unexplained -> new OdooFailure.ServerFault(reply.status(), unexplained.lastLine());
            case OdooFailure other -> other;
        };
    }

    private @Nullable Object read(byte[] body) throws OdooException {
        try {
            return json.read(body);
        } catch (IOException e) {
            throw new OdooException(new OdooFailure.Malformed(http.address(), "not JSON: " + Words.plain(String.valueOf(e.getMessage()))), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
