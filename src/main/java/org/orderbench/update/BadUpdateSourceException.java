package org.orderbench.update;

/** What was given is no place where newer versions could be announced. */
public final class BadUpdateSourceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Part {
        ADDRESS,
        KEY
    }

    private final Part part;

    BadUpdateSourceException(Part part, String message) {
        super(message);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
