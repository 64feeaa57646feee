package org.orderbench.odoo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this server's models have, as this user sees them: asked once at sign-in, so that every call names only fields that exist. An unknown field
 * would fail the whole call. Immutable.
 */
public final class Capabilities {

    /** What is read or written, always or where it is installed. */
    private static final List<String> MODELS = List.of(
            "res.company", "res.partner", "res.currency.rate", "uom.uom", "product.product", "product.supplierinfo", "product.packaging",
            "stock.warehouse", "stock.location", "stock.picking.type", "stock.warehouse.orderpoint", "stock.quant", "stock.move", "stock.rule",
            "purchase.order", "purchase.order.line", "product.tag", "mrp.bom");

    private final Map<String, Set<String>> fields;

    private Capabilities(Map<String, Set<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /**
     * Asks the server. A model that is not installed, or that the user may not see, counts as absent.
     *
     * @throws OdooException if the server cannot be asked at all
     */
    public static Capabilities ask(OdooSession session) throws OdooException {
        Map<String, Set<String>> fields = new HashMap<>();
        for (String model : MODELS) {
            try {
                if (session.call(model, "fields_get", List.of(), Map.of("attributes", List.of("type"))) instanceof Map<?, ?> found) {
                    fields.put(model, found.keySet().stream().map(String::valueOf).collect(java.util.stream.Collectors.toUnmodifiableSet()));
                }
            } catch (OdooException e) {
                switch (e.failure()) {
                    case OdooFailure.MissingModel absent -> {}
                    case OdooFailure.Forbidden hidden -> {}
                    default -> throw e;
                }
            }
        }
        return new Capabilities(fields);
    }

    /** Those that came with the sign-in; asked for now where the session does not keep them. */
    public static Capabilities of(OdooSession session) throws OdooException {
        return session instanceof ConnectedSession connected ? connected.capabilities() : ask(session);
    }

    public boolean hasModel(String model) {
        return fields.containsKey(model);
    }

    public boolean has(String model, String field) {
        return fields.getOrDefault(model, Set.of()).contains(field);
    }

    /** The name of the field on this server, if it has it under any of its names. */
    public Optional<String> name(Field field) {
        return field.names().stream().filter(name -> has(field.model(), name)).findFirst();
    }

    public boolean has(Field field) {
        return name(field).isPresent();
    }
}
