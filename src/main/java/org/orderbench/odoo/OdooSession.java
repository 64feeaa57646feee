package org.orderbench.odoo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in session with one Odoo database. Every transport (XML-RPC now, the JSON ones beside it) gives the same Java values for the same
 * call: {@code Integer} (or {@code Long} over 32 bits), {@code Double}, {@code Boolean}, {@code String}, {@code byte[]},
 * {@code List<Object>}, {@code Map<String, Object>}, and null where the wire says none. Odoo's empty values stay as it sends them ({@code false}).
 * Safe for several threads at once.
 */
public interface OdooSession extends AutoCloseable {

    ServerInfo server();

    int uid();

    /**
     * Calls a method of a model ({@code execute_kw}).
     *
     * @param args   positional arguments, in Odoo's order; records' ids first for methods on records
     * @param kwargs named arguments, {@code context} among them. The session adds nothing to the context
     * @return the answer, or null where the method returns nothing
     * @throws OdooException whenever the answer is not a plain result, {@code cannot marshal None} included
     */
    @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException;

    @Override
    void close();
}
