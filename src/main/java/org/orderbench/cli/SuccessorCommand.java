package org.orderbench.cli;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code settings successor}: which product succeeds which, so that it inherits the history. */
@Command(
        name = "successor",
        description = {
            "Says that a product succeeds another and inherits its history, up to its own first move; or with --none that it stands for itself.",
            "Without --of and --none the successors are listed. The predecessor goes on being planned until it is archived in Odoo."
        },
        mixinStandardHelpOptions = true)
final class SuccessorCommand extends SettingsCommand.Base {

    @Option(names = "--sku", paramLabel = "CODE", description = "The successor, by its internal reference or id.")
    @Nullable String sku;

    @Option(names = "--of", paramLabel = "CODE", description = "The product that it succeeds.")
    @Nullable String of;

    @Option(names = "--none", description = "It succeeds no other.")
    boolean none;

    @Override
    int settings(Wiring wiring, Terminal terminal) {
        if (sku == null ? of != null || none : (of == null) != none) {
            throw new IllegalArgumentException("Say --sku with --of or with --none, or nothing to list the successors.");
        }
        if (sku != null) {
            wiring.successors().say(product(wiring, sku), of == null ? OptionalInt.empty() : OptionalInt.of(product(wiring, of)), wiring.buyer());
            terminal.say(of == null
                    ? sku + " stands for itself. It counts from the next 'orderbench propose' on."
                    : sku + " inherits the history of " + of + ". It counts from the next 'orderbench propose' on. Archive " + of + " in Odoo, or it goes on being planned.");
        }
        Map<Integer, Integer> all = wiring.successors().all();
        TextTable table = new TextTable("Product", "Succeeds");
        all.forEach((successor, predecessor) -> table.row(wiring.scopes().code(successor), wiring.scopes().code(predecessor)));
        terminal.say(all.isEmpty() ? "No product succeeds another." : table.render());
        terminal.result(Map.of("successors", all));
        return ExitCode.DONE;
    }

    private static int product(Wiring wiring, String code) {
        return wiring.scopes().product(code);
    }
}
