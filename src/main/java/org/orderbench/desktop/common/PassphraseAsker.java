package org.orderbench.desktop.common;

import java.util.Optional;

/** Asks the user for the passphrase of the file that keeps secrets where there is no keychain. Called on a background thread, which waits. */
public interface PassphraseAsker {

    /** What is asked for. */
    enum Question {
        /** The file's passphrase. */
        OPEN,
        /** The same, as the one given was wrong. */
        OPEN_AGAIN,
        /** A new one, for a new file. */
        CHOOSE
    }

    /** Empty where the user does not want to say it. Whoever asked wipes it. */
    Optional<char[]> ask(Question question);
}
