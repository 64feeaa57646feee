package org.orderbench.desktop.common;

import java.util.List;
import org.orderbench.odoo.ServerInfo;

/** Signs in to an Odoo and keeps the connection. Called on a background thread. */
public interface Connector {

    /** The databases that the server tells of; empty where it does not tell. */
    List<String> databases(String address);

    /** Tries to sign in; on success the connection is kept. The secret is wiped by whoever made it. */
    Result connect(String address, String database, String login, char[] secret);

    /** What came of it. */
    sealed interface Result {}

    record Connected(ServerInfo server) implements Result {}

    /** @param message what is wrong and what to do next */
    record Failed(String message) implements Result {}
}
