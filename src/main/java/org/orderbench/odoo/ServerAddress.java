package org.orderbench.odoo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The base address of a server: scheme, host and port, nothing after. People paste what the browser shows, so anything after the host is cut
 * off, and a missing scheme is https (http for this computer itself).
 */
public final class ServerAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServerAddress() {}

    /** @throws IllegalArgumentException with words for the user if no host can be read from the text */
    public static URI parse(String typed) {
        String text = typed.strip();
        if (!text.contains("://")) {
            String host = text.replaceFirst("[:/].*", "");
            text = (LOOPBACK.contains(host) ? "http://" : "https://") + text;
        }
        try {
            URI uri = new URI(text.replaceFirst("[?#].*", ""));
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new BadAddressException(new OdooFailure.BadAddress(OdooFailure.BadAddress.Trouble.SCHEME, scheme));
            }
            if (uri.getHost() == null) {
                throw unreadable(typed);
            }
            return new URI(scheme, null, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw unreadable(typed);
        }
    }

    static boolean isThisComputer(String host) {
        return LOOPBACK.contains(host);
    }

    /** Whether what is sent there can be read by others on the way. */
    public static boolean isReadableByOthers(URI address) {
        return address.getScheme().equals("http") && !LOOPBACK.contains(address.getHost());
    }

    private static IllegalArgumentException unreadable(String typed) {
        return new BadAddressException(new OdooFailure.BadAddress(OdooFailure.BadAddress.Trouble.UNREADABLE, Words.plain(typed)));
    }
}
