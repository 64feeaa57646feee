package org.orderbench.demo.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.OdooError;

/** The services {@code common}, {@code db} and {@code object}, which XML-RPC and JSON-RPC share. */
final class Services {

    private final Service service;

    Services(Service service) {
        this.service = service;
    }

    Transport.Call call(String name, String method, List<? extends @Nullable Object> in, long snapshot, Transport.Encoder encoder) {
        if (name.equals("object") && in.size() >= 5) {
            return new Transport.Call(String.valueOf(in.get(3)), String.valueOf(in.get(4)), () -> object(method, in, snapshot), encoder);
        }
        return new Transport.Call(name, method, () -> switch (name) {
            case "common" -> common(method, in);
            case "db" -> db(method);
            default -> throw OdooError.value("No such service " + name);
        }, encoder);
    }

    private Object common(String method, List<? extends @Nullable Object> in) {
        return switch (method) {
            case "version" -> service.version();
            case "about" -> "See http://openerp.com";
            case "authenticate", "login" -> {
                checkDatabase(at(in, 0));
                int uid = service.authenticate(at(in, 1), at(in, 2));
                yield uid == 0 ? (Object) false : uid;
            }
            default -> throw OdooError.value("Method not found: " + method);
        };
    }

    /** The list of databases is refused, as a hosted Odoo refuses it. */
    private Object db(String method) {
        if (method.equals("server_version")) {
            return service.database().version().build();
        }
        throw new OdooError(OdooError.Kind.DENIED, "Access Denied");
    }

    private @Nullable Object object(String method, List<? extends @Nullable Object> in, long snapshot) {
        checkDatabase(at(in, 0));
        boolean named = method.equals("execute_kw");
        if (!named && !method.equals("execute")) {
            throw OdooError.value("Method not available " + method);
        }
        List<?> args = named ? Service.list(at(in, 5)) : in.subList(Math.min(5, in.size()), in.size());
        Map<String, @Nullable Object> kwargs = Service.map(named ? at(in, 6) : null);
        return service.execute(at(in, 1), at(in, 2), String.valueOf(at(in, 3)), String.valueOf(at(in, 4)), args, kwargs, snapshot);
    }

    private void checkDatabase(@Nullable Object name) {
        if (!service.isDatabase(name)) {
            throw new OdooError(OdooError.Kind.DATABASE, "connection to server at \"db.example\", port 5432 failed: FATAL:  database \"" + name + "\" does not exist\n");
        }
    }

    private static @Nullable Object at(List<? extends @Nullable Object> in, int index) {
        return index < in.size() ? in.get(index) : null;
    }
}
