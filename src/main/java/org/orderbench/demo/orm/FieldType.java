package org.orderbench.demo.orm;

import java.util.Locale;

/** The type of a field, as {@code fields_get} names it in lower case. */
public enum FieldType {
    CHAR, TEXT, HTML, SELECTION, INTEGER, FLOAT, MONETARY, BOOLEAN, DATE, DATETIME, MANY2ONE, ONE2MANY, MANY2MANY, BINARY, JSON, REFERENCE,
    MANY2ONE_REFERENCE, PROPERTIES, PROPERTIES_DEFINITION;

    public static FieldType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String odooName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isX2many() {
        return this == ONE2MANY || this == MANY2MANY;
    }

    public boolean isRelational() {
        return this == MANY2ONE || isX2many();
    }
}
