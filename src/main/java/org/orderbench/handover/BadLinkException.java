package org.orderbench.handover;

/** A text is no link of this program; the message says why, for the person who followed it. */
public final class BadLinkException extends Exception {

    private static final long serialVersionUID = 1L;

    BadLinkException(String why) {
        super("This is not a link that Orderbench knows: " + why + ". Links look like orderbench:sku/20056, orderbench:order/P00042 or orderbench:screen/outbox.");
    }
}
