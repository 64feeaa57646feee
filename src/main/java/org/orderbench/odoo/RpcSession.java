package org.orderbench.odoo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session over {@code object.execute_kw}, which carries the secret in every call. */
final class RpcSession implements OdooSession {

    private final RpcWire wire;
    private final ServerInfo server;
    private final String login;
    private final int uid;
    private final Secret secret;

    RpcSession(RpcWire wire, ServerInfo server, String login, int uid, Secret secret) {
        this.wire = wire;
        this.server = server;
        this.login = login;
        this.uid = uid;
        this.secret = secret;
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
        Answer answer = wire.invoke("object", "execute_kw", List.of(server.database(), uid, secret.reveal(), model, method, args, kwargs));
        return switch (answer) {
            case Answer.Value(Object value) -> value;
            case Answer.Fault fault -> throw new OdooException(Faults.ofCall(fault.without(secret), login, server.database(), model, method));
        };
    }

    @Override
    public void close() {
        wire.close();
    }
}
