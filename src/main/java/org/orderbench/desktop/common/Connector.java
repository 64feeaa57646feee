package org.orderbench.desktop.common;

import java.util.List;
import org.orderbench.odoo.ServerInfo;

/** Signs in to an Odoo and keeps the connection. Called on a background thread. */
public interface Connector {

    /** Looks what answers at an address, without signing in. */
    Probe probe(String address);

    /** Tries to sign in; on success the connection is kept. The secret is wiped by whoever made it. */
    Result connect(String address, String database, String login, char[] secret);

    sealed interface Probe {}

    /**
     * An Odoo that we can work with.
     *
     * @param server    its address as it is used from now on; the database is empty
     * @param databases those that the server tells of; empty where it does not tell
     * @param openWay   what is sent can be read on the way: the address is http and not this computer
     */
    record Found(ServerInfo server, List<String> databases, boolean openWay) implements Probe {
        public Found {
            databases = List.copyOf(databases);
        }
    }

    /** @param message what is wrong and what to do next */
    record Unusable(String message) implements Probe {}

    /** What came of it. */
    sealed interface Result {}

    /**
     * @param kept      where the secret is now
     * @param transport how calls travel, and why so
     */
    record Connected(ServerInfo server, Kept kept, String transport) implements Result {}

    /** Where a secret may be. */
    enum Kept {
        KEYCHAIN,
        /** In a file that a passphrase opens. */
        FILE,
        /** In memory: it is asked for again at the next start. */
        MEMORY
    }

    /**
     * @param message what is wrong and what to do next
     * @param cause   which part of what was typed is to blame
     */
    record Failed(String message, Cause cause) implements Result {}

    enum Cause { ADDRESS, DATABASE, SECRET, OTHER }
}
