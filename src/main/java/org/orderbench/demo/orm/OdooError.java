package org.orderbench.demo.orm;

/** What a call ends with when Odoo raises. Its kind decides fault code and HTTP status. */
public final class OdooError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The exceptions that Odoo's transports tell apart. */
    public enum Kind {
        /** Words for the user; the transaction is undone. */
        USER("odoo.exceptions.UserError"),
        VALIDATION("odoo.exceptions.ValidationError"),
        MISSING("odoo.exceptions.MissingError"),
        ACCESS("odoo.exceptions.AccessError"),
        /** Wrong login or secret. */
        DENIED("odoo.exceptions.AccessDenied"),
        /** The model is not there: its app is not installed. */
        NO_MODEL("werkzeug.exceptions.NotFound"),
        /** JSON-2: no such database. */
        NO_DATABASE("werkzeug.exceptions.NotFound"),
        /** JSON-2: the key is missing or wrong. */
        UNAUTHORIZED("werkzeug.exceptions.Unauthorized"),
        /** The web client's cookie is missing or old. */
        SESSION("odoo.http.SessionExpiredException"),
        /** A wrong or missing argument. */
        ARGUMENT("builtins.TypeError"),
        /** Any other Python exception. */
        VALUE("builtins.ValueError"),
        KEY("builtins.KeyError"),
        INDEX("builtins.IndexError"),
        ATTRIBUTE("builtins.AttributeError"),
        DATABASE("psycopg2.OperationalError");

        private final String python;

        Kind(String python) {
            this.python = python;
        }

        /** The exception's class with its module. */
        public String python() {
            return python;
        }
    }

    private final Kind kind;

    public OdooError(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Never null, unlike {@link #getMessage()}. */
    public String text() {
        return String.valueOf(getMessage());
    }

    public static OdooError user(String message) {
        return new OdooError(Kind.USER, message);
    }

    public static OdooError value(String message) {
        return new OdooError(Kind.VALUE, message);
    }
}
