package org.orderbench.desktop.common;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.ServerInfo;

/**
 * How the workbench stands towards Odoo: what the status bar shows.
 *
 * @param server      whom it is connected to, or null before the first sign-in
 * @param login       the Odoo user
 * @param online      whether the last attempt reached the server
 * @param problem     why not, in the user's words; null while all is well
 * @param signInAgain the problem is the sign-in itself: another key helps, waiting does not
 * @param syncedAt    when the data was read last, or null if never
 * @param plannedAt   when was planned last, or null if never
 * @param brake       why nothing is written unasked, or empty while the brake is released
 * @param transport   how calls travelled last, and why so; empty before the first sign-in
 * @param looking     another instance has the profile open: here one can only look
 */
public record Situation(
        @Nullable ServerInfo server,
        String login,
        boolean online,
        @Nullable String problem,
        boolean signInAgain,
        @Nullable Instant syncedAt,
        @Nullable Instant plannedAt,
        String brake,
        String transport,
        boolean looking) {

    /** Where this window may write. */
    public Situation(
            @Nullable ServerInfo server, String login, boolean online, @Nullable String problem, boolean signInAgain, @Nullable Instant syncedAt, @Nullable Instant plannedAt,
            String brake, String transport) {
        this(server, login, online, problem, signInAgain, syncedAt, plannedAt, brake, transport, false);
    }

    /** Where it is not known yet how calls travel. */
    public Situation(
            @Nullable ServerInfo server, String login, boolean online, @Nullable String problem, boolean signInAgain, @Nullable Instant syncedAt, @Nullable Instant plannedAt,
            String brake) {
        this(server, login, online, problem, signInAgain, syncedAt, plannedAt, brake, "");
    }

    /** Before anybody signed in. */
    public static final Situation NONE = new Situation(null, "", false, null, false, null, null, "");
}
