package org.orderbench.demo.orm;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** The service behind every transport: finds the method, binds the arguments, runs it in its transaction. */
public final class Calls {

    private final Database database;

    public Calls(Database database) {
        this.database = database;
    }

    /**
     * {@code execute_kw}.
     *
     * @param snapshot {@link Database#snapshot()} when the request arrived
     * @return the wire value; null for Python's None
     * @throws OdooError as Odoo raises
     */
    public @Nullable Object call(int uid, String modelName, String methodName, List<?> positional, Map<String, ?> named, long snapshot) {
        Model model = database.model(modelName);
        Method method = method(model, methodName);
        Map<String, Object> rest = new LinkedHashMap<>(named);
        Context context = Context.of(rest.remove("context"));
        Arguments arguments = method.signature().bind(methodName, positional, rest);
        try {
            return method.writes()
                    ? database.write(uid, context, snapshot, env -> run(env, model, method, arguments))
                    : database.read(uid, context, env -> run(env, model, method, arguments));
        } catch (MissingValue missing) {
            throw missing.asValidationError();
        }
    }

    /**
     * The same with named arguments alone, {@code ids} among them, as JSON-2 has it.
     *
     * @throws OdooError of the kind argument, in other words than {@link #call}, where an argument is missing or not known
     */
    public @Nullable Object named(int uid, String model, String method, Map<String, ?> in, long snapshot) {
        Signature signature = method(database.model(model), method).signature();
        for (String name : signature.names()) {
            if (!signature.optional().contains(name) && !in.containsKey(name)) {
                throw new OdooError(OdooError.Kind.ARGUMENT, "missing a required argument: '" + name + "'");
            }
        }
        for (String name : in.keySet()) {
            if (!signature.open() && !signature.names().contains(name) && !name.equals("ids") && !name.equals("context")) {
                throw new OdooError(OdooError.Kind.ARGUMENT, "got an unexpected keyword argument '" + name + "'");
            }
        }
        Map<String, Object> rest = new LinkedHashMap<>(in);
        List<?> ids = rest.remove("ids") instanceof List<?> list ? list : List.of();
        return call(uid, model, method, signature.onRecords() ? List.of(ids) : List.of(), rest, snapshot);
    }

    private static @Nullable Object run(Env env, Model model, Method method, Arguments arguments) {
        checkCompanies(env);
        return method.body().call(env, model, arguments);
    }

    /** Whether the method exists and may be called from outside. */
    private Method method(Model model, String name) {
        String full = "'" + model.name() + "." + name + "'";
        if (name.startsWith("_") && database.version().atLeast(OdooVersion.V19)) {
            throw new OdooError(OdooError.Kind.ACCESS, "Private methods (such as " + full + ") cannot be called remotely.");
        }
        Method method = model.method(name);
        if (method == null || (name.equals("formatted_read_group") && !database.version().atLeast(OdooVersion.V19))) {
            throw new OdooError(OdooError.Kind.ATTRIBUTE, "The method " + full + " does not exist");
        }
        return method;
    }

    private static void checkCompanies(Env env) {
        if (env.uid() == Env.SYSTEM || !(env.context().get("allowed_company_ids") instanceof List<?> wanted)) {
            return;
        }
        Set<Object> mine = new HashSet<>(Values.list(env.row("res.users", env.uid()).ids("company_ids")));
        if (!mine.containsAll(wanted)) {
            throw new OdooError(OdooError.Kind.ACCESS, "Access to unauthorized or invalid companies.");
        }
    }
}
