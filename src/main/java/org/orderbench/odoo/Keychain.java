package org.orderbench.odoo;

import com.github.javakeyring.Keyring;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets of connections in the system's keychain (Windows Credential Manager, macOS Keychain, Secret Service). Never in a file of ours.
 * Stateless; safe for several threads.
 */
public final class Keychain {

    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Orderbench";

    /** The secret of a connection, or empty when the keychain holds none or there is no keychain. */
    public Optional<Secret> find(ConnectionSettings settings) {
        try (Keyring keyring = Keyring.create()) {
            return Optional.of(Secret.of(keyring.getPassword(SERVICE, account(settings))));
        } catch (Exception e) {
            // No keychain, none unlocked, or nothing stored in it: the caller asks for the secret, and says so.
            LOG.debug("No secret from the keychain: {}", e.toString());
            return Optional.empty();
        }
    }

    /** @throws KeychainException if this computer has no keychain, or it refuses; the message says what to do */
    public void store(ConnectionSettings settings, Secret secret) throws KeychainException {
        try (Keyring keyring = Keyring.create()) {
            keyring.setPassword(SERVICE, account(settings), secret.reveal());
        } catch (Exception e) {
            throw new KeychainException(e);
        }
    }

    private static String account(ConnectionSettings settings) {
        return settings.login() + "@" + settings.database() + " " + settings.address();
    }

    /** The keychain cannot be used. */
    public static final class KeychainException extends Exception {

        private static final long serialVersionUID = 1L;

        KeychainException(Throwable cause) {
            super("This computer's keychain cannot be used, so the secret was not stored. Unlock it and try again; on a server without one, "
                    + "set ORDERBENCH_SECRET for each command instead.", cause);
        }
    }
}
