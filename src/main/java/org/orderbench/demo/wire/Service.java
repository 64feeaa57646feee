package org.orderbench.demo.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Calls;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.OdooError;

/**
 * What is behind every transport: the version, the sign-in, and the call.
 *
 * @param database   the data
 * @param name       the database's name
 * @param login      the one user that may sign in
 * @param secret     their password, and their API key
 */
public record Service(Database database, String name, String login, String secret) {

    private static final int NO_USER = 0;

    @Override
    public String toString() {
        return "Service[" + name + ", " + login + "]";
    }

    Map<String, Object> version() {
        OdooVersion version = database.version();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("server_version", version.build());
        answer.put("server_version_info", List.of(version.major(), 0, 0, "final", 0, ""));
        answer.put("server_serie", version.series());
        answer.put("protocol_version", 1);
        return answer;
    }

    boolean isDatabase(@Nullable Object wanted) {
        return name.equals(wanted);
    }

    boolean isSecret(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The user's id, or 0 where login or secret are wrong. */
    int authenticate(@Nullable Object user, @Nullable Object given) {
        return login.equals(user) && isSecret(String.valueOf(given)) ? uid() : NO_USER;
    }

    /** The id of the one user that may sign in. */
    int uid() {
        return database.read(1, org.orderbench.demo.orm.Context.EMPTY, env -> {
            int[] ids = env.search("res.users", List.of(List.of("login", "=", login)));
            return ids.length == 0 ? NO_USER : ids[0];
        });
    }

    /**
     * {@code execute} and {@code execute_kw} after sign-in: as Odoo does there, one dictionary to {@code create} gives one id.
     *
     * @throws OdooError as Odoo raises; denied where the secret is wrong
     */
    @Nullable Object execute(@Nullable Object uid, @Nullable Object given, String model, String method, List<?> args, Map<String, ?> kwargs, long snapshot) {
        if (!(uid instanceof Number number) || number.intValue() != uid() || !isSecret(String.valueOf(given))) {
            throw new OdooError(OdooError.Kind.DENIED, "Access Denied");
        }
        Object result = new Calls(database).call(number.intValue(), model, method, args, kwargs, snapshot);
        boolean one = method.equals("create") && (args.isEmpty() ? kwargs.get("vals_list") : args.getFirst()) instanceof Map<?, ?>;
        return one && result instanceof List<?> ids ? ids.getFirst() : result;
    }

    /** A list of any arguments from a wire value. */
    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }
}
