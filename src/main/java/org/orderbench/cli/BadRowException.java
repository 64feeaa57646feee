package org.orderbench.cli;

/** Thrown for a row of a file that breaks a rule; the message says it in words. */
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String rule;

    /** @param rule its stable name */
    BadRowException(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
