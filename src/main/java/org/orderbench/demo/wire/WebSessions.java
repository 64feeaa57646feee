package org.orderbench.demo.wire;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.OdooError;

/** The web client's sign-in: a cookie for a password. */
final class WebSessions {

    private static final String COOKIE = "session_id=";

    private final Service service;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();

    WebSessions(Service service) {
        this.service = service;
    }

    /**
     * @param in      {@code db}, {@code login}, {@code password}
     * @param headers where the cookie is put
     */
    Object authenticate(Map<String, @Nullable Object> in, Map<String, String> headers) {
        if (!service.isDatabase(in.get("db"))) {
            throw new OdooError(OdooError.Kind.DATABASE, "FATAL:  database \"" + in.get("db") + "\" does not exist\n");
        }
        if (service.authenticate(in.get("login"), in.get("password")) == 0) {
            throw new OdooError(OdooError.Kind.DENIED, "Access Denied");
        }
        byte[] token = new byte[20];
        random.nextBytes(token);
        String name = HexFormat.of().formatHex(token);
        open.add(name);
        headers.put("Set-Cookie", COOKIE + name + "; HttpOnly; Path=/");
        return about();
    }

    private Map<String, Object> about() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", service.uid());
        info.put("is_system", false);
        info.put("is_admin", false);
        info.put("db", service.name());
        info.put("server_version", service.database().version().build());
        info.put("username", service.login());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("lang", "en_US");
        context.put("tz", "Europe/London");
        context.put("uid", service.uid());
        info.put("user_context", context);
        info.put("company_id", 1);
        return info;
    }

    Object info(Transport.Request request) {
        check(request);
        return about();
    }

    @Nullable Object destroy(Transport.Request request) {
        open.remove(cookie(request));
        return null;
    }

    /**
     * @throws OdooError if the request carries no open session
     */
    void check(Transport.Request request) {
        if (!open.contains(cookie(request))) {
            throw new OdooError(OdooError.Kind.SESSION, "Session expired");
        }
    }

    private static String cookie(Transport.Request request) {
        String header = request.header().apply("Cookie");
        int at = header.indexOf(COOKIE);
        return at < 0 ? "" : header.substring(at + COOKIE.length()).split(";")[0].strip();
    }
}
