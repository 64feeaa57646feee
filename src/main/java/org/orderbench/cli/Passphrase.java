package org.orderbench.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.PolicyDesk.Outcome;

/** The policy's passphrase on the command line: from the environment, the prompt or standard input, never an argument. */
final class Passphrase {

    private Passphrase() {}

    /** Empty where none is asked for. The array is the caller's to wipe. */
    static char[] take(ChangeRule rule, Terminal terminal) throws IOException {
        return rule == ChangeRule.PASSPHRASE ? ask("ORDERBENCH_PASSPHRASE", "Passphrase of the policy: ", terminal) : new char[0];
    }

    static char[] ask(String variable, String prompt, Terminal terminal) throws IOException {
        String set = System.getenv(variable);
        if (set != null) {
            return set.toCharArray();
        }
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword(prompt);
            return typed == null ? new char[0] : typed;
        }
        terminal.progress("Reading the passphrase from standard input.");
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.strip().toCharArray();
    }

    /** Says what came of it; a refusal needs a person. */
    static int outcome(Terminal terminal, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> {
                terminal.say(done.words());
                yield ExitCode.DONE;
            }
            case Outcome.Refused refused -> throw new NeedsPersonException(refused.words());
        };
    }
}
