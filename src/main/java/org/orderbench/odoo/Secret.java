package org.orderbench.odoo;

import java.util.Arrays;

/** A password or an API key. It never shows itself: {@link #toString()} is masked, and there is no equality to log or compare by. */
public final class Secret {

    private final char[] characters;

    public Secret(char[] characters) {
        this.characters = characters.clone();
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** The secret itself, for the wire or the keychain only. */
    public String reveal() {
        return new String(characters);
    }

    /** A server's words without the secret, should it repeat what it was sent. */
    String redact(String text) {
        return characters.length < 4 ? text : text.replace(reveal(), toString());
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Overwrites it in memory; the secret is empty text of the same length afterwards. */
    public void clear() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
