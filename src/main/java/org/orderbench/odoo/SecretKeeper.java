package org.orderbench.odoo;

import java.util.Arrays;
import java.util.Optional;

/** Keeps secrets in the system's keychain, and where there is none in a file that a passphrase opens. Safe for several threads. */
public final class SecretKeeper {

    /** Where the passphrase comes from: asked of the user, or set for the process; never an argument. */
    public interface Passphrase {

        /** @param fresh whether a new one is to be chosen. Empty where nobody can be asked */
        Optional<char[]> ask(boolean fresh);
    }

    /** Where a secret is now. */
    public enum Place {
        KEYCHAIN,
        FILE
    }

    private final SecretStore keychain;
    private final SecretFile file;
    private final Passphrase passphrase;

    public SecretKeeper(SecretStore keychain, SecretFile file, Passphrase passphrase) {
        this.keychain = keychain;
        this.file = file;
        this.passphrase = passphrase;
    }

    /** @throws SecretStore.SecretStoreException if it is in the file, and the file's passphrase was not given, or a wrong one */
    public synchronized Optional<Secret> find(ConnectionSettings settings) throws SecretStore.SecretStoreException {
        Optional<Secret> found = keychain.find(settings);
        if (found.isPresent() || !file.holds(settings)) {
            return found;
        }
        char[] given = passphrase.ask(false).orElseThrow(() -> new SecretStore.SecretStoreException(
                "The secret is in a file that a passphrase opens, and there is nobody to ask for it. Set ORDERBENCH_PASSPHRASE, or ORDERBENCH_SECRET."));
        try {
            return file.find(settings, given);
        } finally {
            Arrays.fill(given, '\0');
        }
    }

    /** @throws SecretStore.SecretStoreException if there is neither a keychain nor a passphrase; the message says so */
    public synchronized Place store(ConnectionSettings settings, Secret secret) throws SecretStore.SecretStoreException {
        try {
            keychain.store(settings, secret);
            return Place.KEYCHAIN;
        } catch (SecretStore.SecretStoreException noKeychain) {
            Optional<char[]> given = passphrase.ask(!file.exists());
            if (given.isEmpty()) {
                throw noKeychain;
            }
            try {
                file.store(settings, secret, given.get());
                return Place.FILE;
            } finally {
                Arrays.fill(given.get(), '\0');
            }
        }
    }
}
