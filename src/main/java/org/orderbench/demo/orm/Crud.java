package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** The methods that every model has. */
final class Crud {

    private Crud() {}

    static void install(Model model) {
        model.byDefault("active", env -> true);
        model.on("fields_get", "allfields?, attributes?", (env, self, in) -> new FieldsGet(self).of(in.texts("allfields"), in.texts("attributes")));
        model.on("search", "domain, offset?, limit?, order?", (env, self, in) -> {
            Access.check(env, self, "read");
            return Values.list(page(env, self, in));
        });
        model.on("search_count", "domain, limit?", (env, self, in) -> {
            Access.check(env, self, "read");
            int count = new Search(env, self, in.list("domain")).count();
            return in.integer("limit") > 0 ? Math.min(count, in.integer("limit")) : count;
        });
        model.on("search_read", "domain?, fields?, offset?, limit?, order?, load?", (env, self, in) -> {
            Access.check(env, self, "read");
            Reader reader = new Reader(env, self);
            reader.read(new int[0], in.texts("fields"), "");
            return reader.read(page(env, self, in), in.texts("fields"), load(in));
        });
        model.on("read", "self, fields?, load?", (env, self, in) -> {
            Access.check(env, self, "read");
            return new Reader(env, self).read(in.ids(), in.texts("fields"), load(in));
        });
        model.on("name_search", "name?, args?, operator?, limit?, domain?", (env, self, in) -> {
            Access.check(env, self, "read");
            List<Object> domain = in.has("domain") ? in.list("domain") : in.list("args");
            String operator = in.text("operator").isEmpty() ? "ilike" : in.text("operator");
            int limit = in.named().containsKey("limit") ? in.integer("limit") : 100;
            List<Object> found = new ArrayList<>();
            for (int id : new NameSearch(env, self).ids(operator, in.text("name"), domain, limit)) {
                found.add(List.of(id, new Row(env, self, id).displayName()));
            }
            return found;
        });
        model.on("read_group", "domain, fields, groupby, offset?, limit?, orderby?, lazy?", (env, self, in) -> {
            Access.check(env, self, "read");
            return new ReadGroup(env, self, in.list("domain")).classic(in);
        });
        model.on("formatted_read_group", "domain, groupby?, aggregates?, having?, offset?, limit?, order?", (env, self, in) -> {
            Access.check(env, self, "read");
            return new ReadGroup(env, self, in.list("domain")).formatted(in);
        });
        installWrites(model);
        installRights(model);
    }

    private static void installWrites(Model model) {
        model.onWrite("create", "vals_list", (env, self, in) -> {
            Access.check(env, self, "create");
            List<Object> ids = new ArrayList<>();
            List<Object> all = in.get("vals_list") instanceof Map<?, ?> one ? List.of(one) : in.list("vals_list");
            for (Object values : all) {
                ids.add(new Writer(env, self).create(Arguments.asMap(values)));
            }
            return ids;
        });
        model.onWrite("write", "self, vals", (env, self, in) -> {
            Access.check(env, self, "write");
            new Writer(env, self).write(in.ids(), in.map("vals"));
            return true;
        });
        model.onWrite("unlink", "self", (env, self, in) -> {
            Access.check(env, self, "unlink");
            new Writer(env, self).unlink(in.ids());
            return true;
        });
        model.onWrite("load", "fields, data", (env, self, in) -> {
            Access.check(env, self, "create");
            return new Load(env, self).run(in.texts("fields"), in.list("data"));
        });
    }

    private static void installRights(Model model) {
        model.on("check_access_rights", "operation, raise_exception?", (env, self, in) -> {
            if (in.flag("raise_exception", true)) {
                Access.check(env, self, in.text("operation"));
            }
            boolean answers = !in.flag("raise_exception", true) || env.version() == OdooVersion.V17;
            return answers ? (Object) Access.allowed(env, self, in.text("operation")) : null;
        });
        model.on("has_access", "self, operation", (env, self, in) -> Access.allowed(env, self, in.text("operation")));
        model.on("get_external_id", "self", (env, self, in) -> {
            Map<Object, Object> names = new LinkedHashMap<>();
            for (int id : in.ids()) {
                names.put(id, env.database().xmlIdsOf(self.name(), id).stream().sorted().findFirst().orElse(""));
            }
            return names;
        });
        model.on("export_data", "self, fields_to_export", (env, self, in) -> {
            throw OdooError.user("You don't have the rights to export data. Please contact an Administrator.");
        });
        model.on("default_get", "fields_list", (env, self, in) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            self.defaults().forEach((field, rule) -> {
                if (in.texts("fields_list").contains(field)) {
                    values.put(field, rule.apply(env));
                }
            });
            return values;
        });
    }

    private static int[] page(Env env, Model model, Arguments in) {
        return new Search(env, model, in.list("domain")).page(in.integer("offset"), in.integer("limit"), in.text("order"));
    }

    private static String load(Arguments in) {
        return in.named().containsKey("load") ? in.text("load") : "_classic_read";
    }
}
