package org.orderbench.odoo;

import java.util.Arrays;
import java.util.Optional;

/** Keeps secrets in the system's keychain, and where there is none in a file that a passphrase opens. Safe for several threads. */
public final class SecretKeeper {

    /** Where the passphrase comes from: asked of the user, or set for the process; never an argument. */
    public interface Passphrase {

        /** Empty where nobody can be asked, or does not want to say it. */
        Optional<char[]> ask(Question question);
    }

    /** What is asked for. */
    public enum Question {
        /** The file's passphrase. */
        OPEN,
        /** The same, as the one given was wrong. */
        OPEN_AGAIN,
        /** A new one, for a new file. */
        CHOOSE
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
        return asking(Question.OPEN, new SecretStore.SecretStoreException(
                "The secret is in a file that a passphrase opens, and nobody gave it. Enter it when you are asked, or set ORDERBENCH_PASSPHRASE or ORDERBENCH_SECRET."),
                given -> file.find(settings, given));
    }

    private interface Opening<T> {
        T with(char[] passphrase) throws SecretStore.SecretStoreException;
    }

    /** Asks until the passphrase is right or nobody gives one; each is wiped after use. */
    private <T> T asking(Question first, SecretStore.SecretStoreException nobody, Opening<T> opening) throws SecretStore.SecretStoreException {
        SecretStore.SecretStoreException otherwise = nobody;
        Question question = first;
        while (true) {
            Optional<char[]> given = passphrase.ask(question);
            if (given.isEmpty()) {
                throw otherwise;
            }
            try {
                return opening.with(given.get());
            } catch (SecretFile.WrongPassphrase e) {
                otherwise = e;
                question = Question.OPEN_AGAIN;
            } finally {
                Arrays.fill(given.get(), '\0');
            }
        }
    }

    /** @throws SecretStore.SecretStoreException if there is neither a keychain nor a passphrase; the message says so */
    public synchronized Place store(ConnectionSettings settings, Secret secret) throws SecretStore.SecretStoreException {
        try {
            keychain.store(settings, secret);
            return Place.KEYCHAIN;
        } catch (SecretStore.SecretStoreException noKeychain) {
            return asking(file.exists() ? Question.OPEN : Question.CHOOSE, noKeychain, given -> {
                file.store(settings, secret, given);
                return Place.FILE;
            });
        }
    }
}
