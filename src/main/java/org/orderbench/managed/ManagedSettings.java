package org.orderbench.managed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.orderbench.policy.PolicyBounds;
import org.orderbench.update.UpdateSource;

/**
 * What is settled for every user of this computer.
 *
 * @param server   the one Odoo that may be connected to; empty if any may
 * @param database the one database there; empty if any may
 * @param bounds   what no policy on this computer goes beyond
 * @param updates  where newer versions are announced; empty if nothing is asked
 */
public record ManagedSettings(Optional<URI> server, Optional<String> database, PolicyBounds bounds, Optional<UpdateSource> updates) {

    /** Nothing is settled: the computer has no such file. */
    public static final ManagedSettings NONE = new ManagedSettings(Optional.empty(), Optional.empty(), PolicyBounds.NONE, Optional.empty());

    /** Whether an administrator has settled anything at all. */
    public boolean isManaged() {
        return !equals(NONE);
    }

    /**
     * Why a connection is not allowed, in the user's words; empty if it is.
     *
     * @param address as the user typed it; its scheme, host and port count
     */
    public Optional<String> refusal(URI address, String name) {
        if (server.isPresent() && !origin(server.get()).equals(origin(address))) {
            return Optional.of("On this computer Orderbench may be connected to " + server.get() + " only. Use that address, or ask your IT.");
        }
        if (database.isPresent() && !database.get().equals(name)) {
            return Optional.of("On this computer Orderbench may be connected to the database \"" + database.get() + "\" only. Use that one, or ask your IT.");
        }
        return Optional.empty();
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
