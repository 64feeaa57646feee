package org.orderbench.handover;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What a link asks to see. The grammar is closed, and everything else is refused:
 *
 * <pre>
 * link   = "orderbench:" ( "sku/" name / "order/" name / "screen/" screen )
 * name   = 1 to 100 characters, percent-encoded as in RFC 3986 (UTF-8), none of them invisible
 * screen = "review" / "skus" / "outbox" / "exceptions" / "replay" / "policy" / "journal" / "settings"
 * </pre>
 *
 * <p>There is no query, no fragment and no server: nothing in a link can carry a quantity, a decision or an address.
 */
public sealed interface Link {

    String SCHEME = "orderbench:";

    /** Longer than any link that names something; a longer text is not even looked at. */
    int LONGEST = 1000;

    /** @param code an internal reference or a barcode, as Odoo has it */
    record ToSku(String code) implements Link {}

    /** @param name Odoo's name of a purchase order, such as P00042 */
    record ToOrder(String name) implements Link {}

    /** @param id one of {@link #SCREENS} */
    record ToScreen(String id) implements Link {}

    Set<String> SCREENS = Set.of("review", "skus", "outbox", "exceptions", "replay", "policy", "journal", "settings");

    /** @throws BadLinkException if the text is no such link; the message is for the person who followed it */
    static Link parse(String text) throws BadLinkException {
        if (text.length() > LONGEST || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new BadLinkException("it does not begin with " + SCHEME);
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String kind = slash < 0 ? rest : rest.substring(0, slash);
        String name = decoded(slash < 0 ? "" : rest.substring(slash + 1));
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "sku" -> new ToSku(name);
            case "order" -> new ToOrder(name);
            case "screen" -> toScreen(name);
            default -> throw new BadLinkException("it names neither a SKU nor an order nor a screen");
        };
    }

    private static Link toScreen(String name) throws BadLinkException {
        if (!SCREENS.contains(name)) {
            throw new BadLinkException("there is no such screen");
        }
        return new ToScreen(name);
    }

    /** The link's text, which {@link #parse} reads back to the same link. */
    default String text() {
        return switch (this) {
            case ToSku sku -> SCHEME + "sku/" + encoded(sku.code());
            case ToOrder order -> SCHEME + "order/" + encoded(order.name());
            case ToScreen screen -> SCHEME + "screen/" + screen.id();
        };
    }

    private static String decoded(String encoded) throws BadLinkException {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 3 > encoded.length() || !encoded.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                    throw new BadLinkException("its percent signs do not encode anything");
                }
                bytes.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (plain(c) || "!$&'()*+,;=:@".indexOf(c) >= 0) {
                bytes.put((byte) c);
            } else {
                throw new BadLinkException("it has a character that does not belong in a link");
            }
        }
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new BadLinkException("it is not written in UTF-8");
        }
        long length = name.codePoints().count();
        if (length == 0 || length > 100 || name.isBlank() || name.codePoints().anyMatch(Link::invisible)) {
            throw new BadLinkException("the name in it is empty, too long, or has invisible characters");
        }
        return name;
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (plain((char) (b & 0xff))) {
                text.append((char) b);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
            }
        }
        return text.toString();
    }

    private static boolean plain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    /** Controls, line breaks, and what turns the direction of writing: a name that looks like another. */
    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
