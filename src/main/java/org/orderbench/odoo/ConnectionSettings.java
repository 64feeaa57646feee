package org.orderbench.odoo;

import org.jspecify.annotations.Nullable;

/**
 * Where to sign in, as whom; without the secret.
 *
 * @param address  as the user typed or pasted it; {@link ServerAddress} makes sense of it
 * @param database the database's name on that server
 * @param login    the user's login, mostly an e-mail address
 * @param only     the one transport that may be used, or null to take the cheapest that works
 */
public record ConnectionSettings(String address, String database, String login, TransportChoice.@Nullable Kind only) {

    public ConnectionSettings(String address, String database, String login) {
        this(address, database, login, null);
    }
}
