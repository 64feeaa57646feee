package org.orderbench.odoo;

/**
 * Where to sign in, as whom; without the secret.
 *
 * @param address  as the user typed or pasted it; {@link ServerAddress} makes sense of it
 * @param database the database's name on that server
 * @param login    the user's login, mostly an e-mail address
 */
public record ConnectionSettings(String address, String database, String login) {}
