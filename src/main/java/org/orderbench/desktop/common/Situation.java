package org.orderbench.desktop.common;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.ServerInfo;

/**
 * How the workbench stands towards Odoo: what the status bar shows.
 *
 * @param server    whom it is connected to, or null before the first sign-in
 * @param login     the Odoo user
 * @param online    whether the last attempt reached the server
 * @param problem   why not, in the user's words; null while all is well
 * @param syncedAt  when the data was read last, or null if never
 */
public record Situation(
        @Nullable ServerInfo server, String login, boolean online, @Nullable String problem, @Nullable Instant syncedAt) {}
