package org.orderbench.desktop.common;

import java.util.Locale;
import java.util.Optional;
import org.orderbench.update.UpdateStatus;

/**
 * Where a window's services come from. They are made anew whenever what they were made of changes: the language, or the connection (its login,
 * currency and time zone).
 */
public interface ServiceSource extends AutoCloseable {

    Preferences preferences();

    /**
     * Opens the file with encrypted secrets where the profile's lies in one, and has its passphrase asked for, now and whenever it is needed. Waits for the answer, so
     * it is called on a background thread.
     */
    default void unlock(PassphraseAsker asked) {}

    /** Whether {@link #services} answers at once: else {@link #await} first. */
    default boolean isKnown() {
        return true;
    }

    /**
     * Waits until what lies behind the services is there; what they are asked meanwhile waits too. Called on a background thread.
     *
     * @return whether services that were given out before still say what is so; else they are to be made anew
     * @throws RuntimeException whose message says why it cannot be opened
     */
    default boolean await() {
        return true;
    }

    /** Quick: nothing is asked of the server. */
    WorkbenchServices services(Locale locale);

    /**
     * Starts a made-up company, signed in and read, beside the profile; nothing of the profile is touched. Takes some seconds, so it is called on a background
     * thread.
     *
     * @throws Exception whose message says what went wrong
     */
    ServiceSource demo(Progress progress) throws Exception;

    /** Asks whether a newer version is announced, where that is set up; takes seconds and never fails. Called on a background thread. */
    default Optional<UpdateStatus.Newer> newer() {
        return Optional.empty();
    }

    /** Ends a demo and deletes what it kept. Does nothing to a profile: whoever opened that closes it. */
    @Override
    void close();
}
