package org.orderbench.odoo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which talking to Odoo fails, told apart by what the user can do about it. {@link #message()} says what is wrong and what to do
 * next; {@link #outcome()} says whether the call may have done its work, which is what exactly-once turns on.
 */
public sealed interface OdooFailure {

    /** One or two sentences in the user's words: what is wrong, and the next step. Holds no secret and no server traceback. */
    String message();

    Outcome outcome();

    /** Whether a call that failed may nevertheless have changed something. */
    enum Outcome {
        /** It was refused before anything was done, or never arrived. */
        NOT_DONE,
        /** Nobody knows: look before doing anything else. */
        UNKNOWN
    }

    /**
     * What the user typed is no address.
     *
     * @param typed the whole of it; its scheme where that is the trouble
     */
    record BadAddress(Trouble trouble, String typed) implements OdooFailure {

        /** What is wrong with it. */
        public enum Trouble { SCHEME, UNREADABLE }

        /** @param e thrown by {@link ServerAddress#parse}, or by whoever uses what that made of the text */
        public static BadAddress of(String typed, IllegalArgumentException e) {
            return e instanceof BadAddressException bad ? bad.failure() : new BadAddress(Trouble.UNREADABLE, Words.plain(typed));
        }

        @Override
        public String message() {
            return switch (trouble) {
                case SCHEME -> "The address starts with \"" + typed + "://\". Odoo is reached by https:// (or http:// in your own network).";
                case UNREADABLE -> "\"" + typed + "\" is not an address. Use the one that you open Odoo with in the browser, such as https://mycompany.odoo.com.";
            };
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** An Odoo, but of a version whose calls Orderbench does not know. */
    record UnsupportedVersion(String address, String version, int oldest) implements OdooFailure {
        @Override
        public String message() {
            return "The server at " + address + " is Odoo " + version + ". Orderbench works with Odoo " + oldest + ", 18, 19 and later: ask IT for an upgrade, or connect to another server.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** The one transport that the user chose is none of this server's. */
    record NoSuchTransport(String address, String version, String transport) implements OdooFailure {
        @Override
        public String message() {
            return "The server at " + address + " is Odoo " + version + ", which has no " + transport + ". Choose another transport, or leave the choice to Orderbench.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** No server answers at the address (name not found, refused, no route). */
    record Unreachable(String address, String detail) implements OdooFailure {
        @Override
        public String message() {
            return "No server answers at " + address + " (" + detail + "). Check the address, and that you are online or on the company's network.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** The connection broke, or nothing came in time, after the request may have arrived. */
    record NoAnswer(String address, String detail) implements OdooFailure {
        @Override
        public String message() {
            return "The server at " + address + " gave no complete answer (" + detail + "). Nothing needs repeating by hand: what was sent is looked up at the next try.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNKNOWN;
        }
    }

    /** The server's certificate is not trusted. */
    record Untrusted(String address, String detail) implements OdooFailure {
        @Override
        public String message() {
            return "The certificate of " + address + " is not trusted (" + detail + "). If your company has its own certificate authority, ask IT for its certificate and run: orderbench trust FILE.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** Something answers, but it is not an Odoo. */
    record NotOdoo(String address, String detail) implements OdooFailure {
        @Override
        public String message() {
            return "What answers at " + address + " is not an Odoo server (" + detail + "). Use the address that you open Odoo with in the browser, without anything after the host name.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNKNOWN;
        }
    }

    /** The server is busy or down for a moment (429, 502, 503, 504). */
    record Unavailable(String address, int status, @Nullable Duration retryAfter) implements OdooFailure {
        @Override
        public String message() {
            return "The server at " + address + " is not available at the moment (status " + status + "). Try again "
                    + (retryAfter == null ? "in a minute." : "in " + retryAfter.toSeconds() + " seconds.");
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNKNOWN;
        }
    }

    record WrongDatabase(String database) implements OdooFailure {
        @Override
        public String message() {
            return "There is no database \"" + database + "\" on this server. In Odoo, the name stands in Settings under About or on the database page; on Odoo Online it is not the address's first part.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    record WrongSecret(String login) implements OdooFailure {
        @Override
        public String message() {
            return "Odoo does not accept this login and secret for \"" + login + "\". Check both. Accounts with two-factor sign-in need an API key in place of the password; if the API key has expired, make a new one in Odoo under your name, Preferences, Account Security, New API Key.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** The user lacks a right. */
    record Forbidden(String model, String operation, String group) implements OdooFailure {
        @Override
        public String message() {
            return "Your Odoo user may not " + operation + " " + model + ". Ask your Odoo administrator for the right \"" + group + "\".";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** The model does not exist on the server: its app is not installed. */
    record MissingModel(String model, String app) implements OdooFailure {
        @Override
        public String message() {
            return "This Odoo has no " + model + ": the app \"" + app + "\" is not installed. Ask your Odoo administrator to install it.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /** Odoo itself refused, with words for its user. */
    record Refused(String odooMessage) implements OdooFailure {
        @Override
        public String message() {
            return "Odoo refused: " + odooMessage;
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_DONE;
        }
    }

    /**
     * Any other fault. It does not prove that nothing happened: a method that returns None does its work, commits, and then faults.
     *
     * @param faultCode the protocol's code (XML-RPC fault code or HTTP status)
     * @param lastLine  the last line of the server's traceback, which holds the message
     */
    record ServerFault(int faultCode, String lastLine) implements OdooFailure {
        @Override
        public String message() {
            return "Odoo reported an error: " + lastLine;
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNKNOWN;
        }
    }

    /** The answer is not what the protocol allows, or exceeds a bound (size, depth, time). */
    record Malformed(String address, String detail) implements OdooFailure {
        @Override
        public String message() {
            return "The server at " + address + " sent an answer that cannot be read (" + detail + "). If this stays so, show this message to IT: a proxy may be changing the answers.";
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNKNOWN;
        }
    }
}
