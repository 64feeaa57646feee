package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.List;

/** What a record is looked up by when it is looked up by name. */
final class NameSearch {

    private final Env env;
    private final Model model;

    NameSearch(Env env, Model model) {
        this.env = env;
        this.model = model;
    }

    /** Matches any of the model's name fields; a product's also as {@code [code] name}. */
    Domain domain(String operator, String text) {
        List<Domain> parts = new ArrayList<>();
        for (String field : fields()) {
            parts.add(new Domain.Leaf(field, operator, text));
        }
        if (operator.equals("=") && text.startsWith("[") && text.contains("] ") && model.has("default_code")) {
            parts.add(new Domain.Leaf("default_code", "=", text.substring(1, text.indexOf(']'))));
        }
        return new Domain.Or(parts);
    }

    int[] ids(String operator, String text, List<?> domain, int limit) {
        Domain both = text.isEmpty() ? Domain.parse(domain) : new Domain.And(List.of(Domain.parse(domain), domain(operator, text)));
        return new Search(env, model, both).page(0, limit, null);
    }

    private List<String> fields() {
        return switch (model.name()) {
            case "product.product", "product.template" -> List.of("default_code", "name");
            case "stock.location", "product.category" -> List.of("complete_name", "name");
            case "res.users" -> List.of("name", "login");
            case "purchase.order" -> List.of("name", "partner_ref");
            default -> List.of(model.has("name") ? "name" : "display_name");
        };
    }
}
