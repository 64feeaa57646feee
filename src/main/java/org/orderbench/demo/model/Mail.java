package org.orderbench.demo.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Arguments;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.OdooError;
import org.orderbench.demo.orm.Row;
import org.orderbench.demo.orm.Values;

/** Notes on records, and activities. */
final class Mail {

    private static final List<String> THREADS =
            List.of("purchase.order", "res.partner", "product.template", "product.product", "stock.picking", "discuss.channel");

    /** A record that XML-RPC cannot carry. */
    private record Unmarshallable(String model) {
        @Override
        public String toString() {
            return "<class 'odoo.api." + model + "'>";
        }
    }

    private Mail() {}

    static void install(Database database) {
        Model messages = database.model("mail.message");
        messages.byDefault("message_type", env -> "email");
        messages.byDefault("date", env -> Values.datetime(env.now()));
        messages.compute("display_name", row -> row.text("subject").isEmpty() ? row.text("record_name") : row.text("subject"));
        Model activities = database.model("mail.activity");
        activities.compute("res_name", row -> row.env().row(row.text("res_model"), row.ref("res_id")).displayName());
        activities.keep("res_model");
        for (String name : THREADS) {
            Model model = database.model(name);
            model.onWrite("message_post", "self, body?, subject?, message_type?, email_from?, author_id?, parent_id?, subtype_xmlid?, subtype_id?, "
                    + "partner_ids?, attachments?, attachment_ids?, body_is_html?, **", Mail::post);
            model.onWrite("activity_schedule", "self, act_type_xmlid?, date_deadline?, summary?, note?, **", Mail::schedule);
        }
        Model channels = database.model("discuss.channel");
        channels.byDefault("channel_type", env -> "channel");
        channels.byDefault("uuid", env -> "demo-" + env.now());
        channels.byDefault("default_display_mode", env -> false);
    }

    private static Object post(Env env, Model model, Arguments in) {
        if (in.ids().length != 1) {
            throw OdooError.value("Expected singleton: " + model.name() + "()");
        }
        Row row = new Row(env, model, in.ids()[0]);
        if (!row.exists()) {
            throw new OdooError(OdooError.Kind.MISSING,
                    "Record does not exist or has been deleted.\n(Record: " + model.name() + "(" + row.id() + ",), User: " + env.uid() + ")");
        }
        if (!env.version().atLeast(OdooVersion.V19) && env.row("res.users", env.uid()).text("email").isEmpty()) {
            throw OdooError.user("Unable to send message, please configure the sender's email address.");
        }
        int subtype = in.integer("subtype_id");
        if (subtype == 0) {
            String name = in.text("subtype_xmlid").isEmpty() ? "mail.mt_note" : in.text("subtype_xmlid");
            subtype = env.ref(name);
            if (subtype == 0) {
                throw OdooError.value("External ID not found in the system: " + name);
            }
        }
        String type = in.text("message_type").isEmpty() ? "notification" : in.text("message_type");
        String body = in.flag("body_is_html", false) ? in.text("body") : escaped(in.text("body"));
        int id = note(row, body, type, subtype, false);
        return env.version().atLeast(OdooVersion.V19) ? (Object) List.of(id) : id;
    }

    /** Adds a message to a record. */
    static int note(Row row, String body, String type, int subtype, boolean internal) {
        Env env = row.env();
        Row author = env.row("res.users", env.uid()).follow("partner_id");
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("model", row.model().name());
        values.put("res_id", row.id());
        values.put("body", body);
        values.put("message_type", type);
        values.put("subtype_id", subtype);
        values.put("author_id", author.id() == 0 ? (Object) false : author.id());
        values.put("email_from", "\"" + author.text("name") + "\" <" + author.text("email") + ">");
        values.put("is_internal", internal);
        values.put("record_name", row.displayName());
        values.put("message_id", "<" + env.now() + "." + row.id() + "@demo.example>");
        values.keySet().removeIf(name -> !env.model("mail.message").has(name));
        return env.create("mail.message", values);
    }

    private static String escaped(String text) {
        return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>") + "</p>";
    }

    private static Object schedule(Env env, Model model, Arguments in) {
        int type = env.ref(in.text("act_type_xmlid"));
        int id = 0;
        for (int target : in.ids()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("res_model", model.name());
            values.put("res_id", target);
            values.put("activity_type_id", type == 0 ? (Object) false : type);
            values.put("summary", in.get("summary"));
            values.put("note", in.text("note").isEmpty() || in.text("note").startsWith("<") ? in.text("note") : "<p>" + in.text("note") + "</p>");
            values.put("date_deadline", in.has("date_deadline") ? in.get("date_deadline") : Values.date(Currencies.today(env)));
            values.put("user_id", in.has("user_id") ? in.get("user_id") : env.version().atLeast(OdooVersion.V19) ? (Object) false : env.uid());
            values.keySet().removeIf(name -> !env.model("mail.activity").has(name));
            id = env.asSystem().create("mail.activity", values);
        }
        return env.version().atLeast(OdooVersion.V19) ? (Object) List.of(id) : new Unmarshallable("mail.activity");
    }
}
