package org.orderbench.cli;

/** A command that ends with exit code 3: what it says needs a person. */
final class NeedsPersonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeedsPersonException(String message) {
        super(message);
    }
}
