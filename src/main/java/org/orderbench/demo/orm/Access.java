package org.orderbench.demo.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plain Purchase and Inventory user may do with a model, and Odoo's words where they may not. */
final class Access {

    private Access() {}

    static boolean allowed(Env env, Model model, String operation) {
        return env.uid() == Env.SYSTEM || model.deniedTo(operation) == null;
    }

    /**
     * @throws OdooError an access error that names the groups that may
     */
    static void check(Env env, Model model, String operation) {
        List<String> groups = env.uid() == Env.SYSTEM ? null : model.deniedTo(operation);
        if (groups != null) {
            throw new OdooError(OdooError.Kind.ACCESS, message(model, operation, groups));
        }
    }

    private static String message(Model model, String operation, List<String> groups) {
        StringBuilder text = new StringBuilder("You are not allowed to " + verb(operation) + " '" + model.label() + "' (" + model.name() + ") records.\n\n");
        if (groups.isEmpty()) {
            text.append("No group currently allows this operation.");
        } else {
            text.append("This operation is allowed for the following groups:");
            groups.forEach(group -> text.append("\n\t- ").append(group));
        }
        return text.append("\n\nContact your administrator to request access if necessary.").toString();
    }

    private static String verb(@Nullable String operation) {
        return switch (operation) {
            case "write" -> "modify";
            case "create" -> "create";
            case "unlink" -> "delete";
            case null, default -> "access";
        };
    }
}
