package org.orderbench.demo.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;
import org.orderbench.demo.orm.Method;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** {@code res.users}, {@code res.partner} and {@code res.company}. */
final class Users {

    private static final Set<String> GROUPS = Set.of("base.group_user", "purchase.group_purchase_user", "stock.group_stock_user");

    /** What users may write of themselves. */
    private static final Set<String> OWN = Set.of("signature", "company_id", "email", "name", "lang", "tz");

    /** What a write of makes Odoo throw away what it has noted in memory. */
    private static final Set<String> NOTED = Set.of("active", "lang", "tz", "company_id", "company_ids");

    private Users() {}

    static void install(Database database) {
        Model partners = database.model("res.partner");
        partners.compute("complete_name", Users::completeName);
        partners.compute("display_name", Users::completeName);
        partners.compute("commercial_partner_id", partner -> partner.ref("parent_id") == 0 ? partner.id() : partner.ref("parent_id"));
        partners.keep("property_purchase_currency_id");
        partners.byDefault("type", env -> "contact");
        partners.byDefault("lang", env -> "en_US");
        Model users = database.model("res.users");
        users.inherits(partners, "partner_id");
        users.byDefault("company_id", env -> 1);
        users.byDefault("notification_type", env -> "email");
        users.on("context_get", "", (env, self, in) -> {
            Row user = env.row("res.users", env.uid());
            Map<String, Object> context = new LinkedHashMap<>();
            context.put("lang", "en_US");
            context.put("tz", user.text("tz").isEmpty() ? (Object) false : user.text("tz"));
            context.put("uid", env.uid());
            return context;
        });
        Method plain = Objects.requireNonNull(users.method("write"));
        users.onWrite("write", "self, vals", (env, self, in) -> {
            Set<String> fields = in.map("vals").keySet();
            boolean own = in.ids().length == 1 && in.ids()[0] == env.uid() && OWN.containsAll(fields);
            Object answer = plain.body().call(own ? env.asSystem() : env, self, in);
            if (!Collections.disjoint(fields, NOTED)) {
                env.database().throwNotesAway();
            }
            return answer;
        });
        boolean onRecords = database.version().atLeast(OdooVersion.V18);
        users.on("has_group", onRecords ? "self, group_ext_id" : "group_ext_id", (env, self, in) -> inGroup(env, in.text("group_ext_id")));
    }

    static boolean inGroup(Env env, String group) {
        return env.uid() == Env.SYSTEM || GROUPS.contains(group);
    }

    private static Object completeName(Row partner) {
        String parent = partner.ref("parent_id") == 0 ? "" : partner.follow("parent_id").text("name");
        return parent.isEmpty() ? partner.text("name") : parent + ", " + partner.text("name");
    }
}
