package org.orderbench.odoo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How calls travel, and why: shown on the connection screen. */
public record TransportChoice(Kind kind, String reason) {

    /** The protocols that Odoo speaks; the calls and their results are the same over each. */
    public enum Kind {
        /** {@code /xmlrpc/2}: every supported version has it. */
        XML_RPC("XML-RPC"),
        /** {@code /jsonrpc}: the same calls, a fifth of the bytes. */
        JSON_RPC("JSON-RPC"),
        /** {@code /json/2}: from 19 on, with an API key. */
        JSON_2("JSON-2");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** As it is written in commands: {@code xmlrpc}, {@code jsonrpc}, {@code json2}. */
        public String word() {
            return title.replace("-", "").toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofWord(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }
}
