package org.orderbench.demo.orm;

import java.util.Map;

/** A cell that cannot be converted. Its text has {@code %(field)s} where the field's label goes. */
final class LoadFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient Map<String, Object> more;

    LoadFailure(String text, Map<String, Object> more) {
        super(text);
        this.text = text;
        this.more = more;
    }

    String text(String label) {
        return text.replace("%(field)s", label);
    }

    Map<String, Object> more() {
        return more;
    }

    /** The same failure, seen from the field that holds the sub-record. */
    LoadFailure below(String label) {
        return new LoadFailure(text.replace("%(field)s", "%(field)s/" + label), more);
    }
}
