package org.orderbench.odoo;

import java.util.Optional;

/** Where the secrets of connections are kept. */
public interface SecretStore {

    /** The secret of a connection, or empty when none is kept or the place cannot be used. */
    Optional<Secret> find(ConnectionSettings settings) throws SecretStoreException;

    /** @throws SecretStoreException if it cannot be kept; the message says what to do */
    void store(ConnectionSettings settings, Secret secret) throws SecretStoreException;

    /** Secrets cannot be kept or read; the message is for the user, and holds none. */
    class SecretStoreException extends Exception {

        private static final long serialVersionUID = 1L;

        SecretStoreException(String message, Throwable cause) {
            super(message, cause);
        }

        SecretStoreException(String message) {
            super(message);
        }
    }
}
