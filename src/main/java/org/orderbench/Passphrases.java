package org.orderbench;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.SecretKeeper.Passphrase;

/** Where the passphrase of the file with secrets comes from. It is never an argument: other users of the computer can read those. */
final class Passphrases {

    private static final String VARIABLE = "ORDERBENCH_PASSPHRASE";

    private Passphrases() {}

    /** The one that is set for this process, or none. */
    static Passphrase ofEnvironment() {
        return fresh -> Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isEmpty()).map(String::toCharArray);
    }

    /** The one that is set for this process; else whoever is asked says it, once for as long as the program runs. */
    static Passphrase ofEnvironmentOr(Passphrase asked) {
        AtomicReference<char @Nullable []> said = new AtomicReference<>();
        return fresh -> {
            Optional<char[]> set = ofEnvironment().ask(fresh);
            if (set.isPresent()) {
                return set;
            }
            char[] before = said.get();
            if (before != null && !fresh) {
                return Optional.of(before.clone());
            }
            Optional<char[]> answer = asked.ask(fresh);
            answer.ifPresent(passphrase -> said.set(Arrays.copyOf(passphrase, passphrase.length)));
            return answer;
        };
    }
}
