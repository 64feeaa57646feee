package org.orderbench.odoo;

import com.github.javakeyring.Keyring;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets of connections in the system's keychain (Windows Credential Manager, macOS Keychain, Secret Service). Where there is none, {@link SecretFile} keeps them.
 * Stateless; safe for several threads.
 */
public final class Keychain implements SecretStore {

    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Orderbench";

    /** The secret of a connection, or empty when the keychain holds none or there is no keychain. */
    @Override
    public Optional<Secret> find(ConnectionSettings settings) {
        try (Keyring keyring = Keyring.create()) {
            return Optional.of(Secret.of(keyring.getPassword(SERVICE, account(settings))));
        } catch (Exception e) {
            // No keychain, none unlocked, or nothing stored in it: the caller asks for the secret, and says so.
            LOG.debug("No secret from the keychain: {}", e.toString());
            return Optional.empty();
        }
    }

    /** @throws SecretStoreException if this computer has no keychain, or it refuses; the message says what to do */
    @Override
    public void store(ConnectionSettings settings, Secret secret) throws SecretStoreException {
        try (Keyring keyring = Keyring.create()) {
            keyring.setPassword(SERVICE, account(settings), secret.reveal());
        } catch (Exception e) {
            throw new SecretStoreException("This computer's keychain cannot be used, so the secret was not stored. Unlock it and try again; on a computer without one, set "
                    + "ORDERBENCH_PASSPHRASE to keep it in an encrypted file, or ORDERBENCH_SECRET for each command.", e);
        }
    }

    /** What a secret is filed under. */
    static String account(ConnectionSettings settings) {
        return settings.login() + "@" + settings.database() + " " + settings.address();
    }
}
