package org.orderbench.demo.orm;

import java.util.Map;

/**
 * A field of a model.
 *
 * @param relation  the model that a relational field points to, else empty
 * @param inverse   of a one2many: the many2one on the other side, else empty
 * @param stored    whether Odoo keeps it in a column
 * @param selection value to label, in order; empty for other types
 */
public record Field(
        String model,
        String name,
        FieldType type,
        String relation,
        String inverse,
        boolean stored,
        boolean required,
        boolean readonly,
        String label,
        Map<String, String> selection) {}
