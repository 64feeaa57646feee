package org.orderbench.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.Calls;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;

/** A colleague with all rights, inside the server: looks into and changes the data behind the client's back. Its calls are not counted. */
public final class Admin {

    private final Database database;

    Admin(Database database) {
        this.database = database;
    }

    /** Any method, as {@code execute_kw}. */
    public @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return new Calls(database).call(Env.SYSTEM, model, method, args, kwargs, database.snapshot());
    }

    /** The new record's id. */
    public int create(String model, Map<String, ?> values) {
        Object ids = call(model, "create", List.of(values), Map.of());
        return ids instanceof List<?> list && list.getFirst() instanceof Integer id ? id : 0;
    }

    public void write(String model, List<Integer> ids, Map<String, ?> values) {
        call(model, "write", List.of(ids, values), Map.of());
    }

    public void unlink(String model, List<Integer> ids) {
        call(model, "unlink", List.of(ids), Map.of());
    }

    /** Archived records included; many2one values as bare ids. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> searchRead(String model, List<?> domain, String... fields) {
        Object rows = call(model, "search_read", List.of(domain, Arrays.asList(fields)), Map.of("load", "", "context", Map.of("active_test", false), "order", "id"));
        return (List<Map<String, Object>>) Objects.requireNonNull(rows);
    }

    /** Archived records included. */
    public int count(String model, List<?> domain) {
        Object count = call(model, "search_count", List.of(domain), Map.of("context", Map.of("active_test", false)));
        return count instanceof Integer number ? number : 0;
    }

    /** The record that an external ID names, or 0. */
    public int ref(String xmlId) {
        return database.read(Env.SYSTEM, org.orderbench.demo.orm.Context.EMPTY, env -> env.ref(xmlId));
    }
}
