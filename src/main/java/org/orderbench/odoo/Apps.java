package org.orderbench.odoo;

import java.util.Set;

/** Which app of Odoo brings a model, and which right an Odoo administrator gives for it. */
final class Apps {

    private static final Set<String> READING =
            Set.of("read", "search", "search_read", "search_count", "read_group", "formatted_read_group", "fields_get", "name_search", "check_object_reference");

    private Apps() {}

    static String of(String model) {
        return switch (family(model)) {
            case "purchase" -> "Purchase";
            case "stock" -> "Inventory";
            case "mrp" -> "Manufacturing";
            case "sale" -> "Sales";
            case "pos" -> "Point of Sale";
            case "discuss", "mail" -> "Discuss";
            case "product", "uom" -> "Products (comes with Purchase)";
            default -> "that brings " + Words.plain(model);
        };
    }

    static String group(String model) {
        return switch (family(model)) {
            case "stock" -> "Inventory / User";
            case "mrp" -> "Manufacturing / User";
            case "sale" -> "Sales / User: All Documents";
            case "pos" -> "Point of Sale / User";
            default -> "Purchase / User";
        };
    }

    /** The method as a word that fits after "may not". */
    static String operation(String method) {
        if (READING.contains(method)) {
            return "read";
        }
        return switch (method) {
            case "create", "load" -> "create";
            case "write" -> "change";
            case "unlink" -> "delete";
            case "button_confirm", "button_approve" -> "confirm";
            case "button_cancel" -> "cancel";
            default -> "use " + method + " on";
        };
    }

    private static String family(String model) {
        int dot = model.indexOf('.');
        return dot < 0 ? model : model.substring(0, dot);
    }
}
