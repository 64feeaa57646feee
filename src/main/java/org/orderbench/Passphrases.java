package org.orderbench;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.SecretKeeper.Passphrase;
import org.orderbench.odoo.SecretKeeper.Question;

/** Where the passphrase of the file with secrets comes from. It is never an argument: other users of the computer can read those. */
final class Passphrases {

    private static final String VARIABLE = "ORDERBENCH_PASSPHRASE";

    private Passphrases() {}

    /** The one that is set for this process, or none. */
    static Passphrase ofEnvironment() {
        return question -> question == Question.OPEN_AGAIN
                ? Optional.empty()
                : Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isEmpty()).map(String::toCharArray);
    }

    /** The one that is set for this process; else whoever is asked says it, once for as long as the program runs. */
    static Passphrase ofEnvironmentOr(Passphrase asked) {
        AtomicReference<char @Nullable []> said = new AtomicReference<>();
        return question -> {
            Optional<char[]> set = ofEnvironment().ask(question);
            if (set.isPresent()) {
                return set;
            }
            char[] before = said.get();
            if (before != null && question == Question.OPEN) {
                return Optional.of(before.clone());
            }
            Optional<char[]> answer = asked.ask(question);
            said.set(answer.map(char[]::clone).orElse(null));
            return answer;
        };
    }
}
