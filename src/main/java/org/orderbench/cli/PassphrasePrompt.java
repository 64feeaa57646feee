package org.orderbench.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.SecretKeeper.Question;

/** Asks at the terminal for the passphrase of the file with secrets, without showing it; a new one twice. */
final class PassphrasePrompt {

    private PassphrasePrompt() {}

    /** @return empty where there is no terminal to ask at, or nothing was typed */
    static Optional<char[]> ask(Question question) {
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        if (question != Question.CHOOSE) {
            String prompt = question == Question.OPEN_AGAIN ? "That is not its passphrase. Again, or empty to give up: " : "Passphrase of the file with your secret: ";
            return Optional.ofNullable(console.readPassword(prompt)).filter(typed -> typed.length > 0);
        }
        console.printf("This computer has no keychain that can be used. The secret can be kept in an encrypted file instead, which a passphrase opens.%n");
        char[] first = console.readPassword("New passphrase (at least 10 characters; empty: keep nothing): ");
        if (first == null || first.length == 0) {
            return Optional.empty();
        }
        char[] second = console.readPassword("The same again: ");
        if (second == null || !Arrays.equals(first, second)) {
            throw new CommandFailedException("The two passphrases differ, so nothing was stored. Connect again.");
        }
        Arrays.fill(second, '\0');
        return Optional.of(first);
    }
}
