package org.orderbench.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.SignIn;
import org.orderbench.Wiring;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooRights;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.SecretKeeper;
import org.orderbench.odoo.SecretStore.SecretStoreException;
import org.orderbench.odoo.TransportChoice.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code connect}: signs in once and keeps the connection. The secret is never an argument: other users of the computer can read those. */
@Command(name = "connect", description = "Stores a connection to your Odoo; the secret is asked for.", mixinStandardHelpOptions = true)
final class ConnectCommand extends HomeCommand {

    @Option(names = "--url", required = true, paramLabel = "ADDRESS", description = "The address that you open Odoo with in the browser.")
    String url = "";

    @Option(names = "--db", required = true, paramLabel = "NAME", description = "The database's name.")
    String database = "";

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Your login, mostly an e-mail address.")
    String login = "";

    @Option(names = "--transport", paramLabel = "auto|xmlrpc|jsonrpc|json2",
            description = "How calls travel. Kept with the connection. Without it: as kept; at first auto, the cheapest that the server has.")
    @Nullable String transport;

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException, IOException {
        ConnectionSettings settings = new ConnectionSettings(url, database, login, only(wiring));
        Secret fromEnvironment = SignIn.secretFromEnvironment();
        Secret secret = fromEnvironment != null ? fromEnvironment : ask(terminal);
        if (secret.isEmpty()) {
            throw new CommandFailedException("No secret was given. Type the API key (or password) at the prompt, pipe it in, or set ORDERBENCH_SECRET.");
        }
        try (ConnectedSession session = wiring.signIn().connect(settings, secret)) {
            Optional<SecretKeeper.Place> kept = fromEnvironment == null ? keep(wiring, settings, secret, terminal) : Optional.empty();
            terminal.say("Connected to " + session.server().database() + " at " + session.server().address() + ", Odoo " + session.server().version()
                    + ", as " + login + ", over " + session.transport().kind().title() + " (" + session.transport().reason() + ").");
            if (!OdooRights.read(session).mayDraft()) {
                terminal.say("This user can read but not order. " + new OdooFailure.Forbidden("Purchase Order (purchase.order)", "create", "Purchase / User").message());
            }
            terminal.say(words(kept));
            wiring.signIn().keyWarning(session).ifPresent(terminal::say);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("address", session.server().address());
            document.put("database", session.server().database());
            document.put("login", login);
            document.put("version", session.server().version());
            document.put("transport", session.transport().kind().word());
            document.put("secretStored", kept.isPresent());
            terminal.result(document);
            return ExitCode.DONE;
        }
    }

    private @Nullable Kind only(Wiring wiring) {
        if (transport == null) {
            return null;
        }
        if (transport.equals("auto")) {
            wiring.connections().forgetTransport();
            return null;
        }
        return Kind.ofWord(transport).orElseThrow(() -> new ParameterException(
                spec().commandLine(), "There is no transport \"" + transport + "\": it is auto, xmlrpc, jsonrpc or json2."));
    }

    private static String words(Optional<SecretKeeper.Place> kept) {
        return switch (kept.orElse(null)) {
            case KEYCHAIN -> "The secret is in this computer's keychain.";
            case FILE -> "This computer has no keychain that can be used. The secret is in a file of this profile, encrypted with your passphrase: whoever has both can read it. "
                    + "The passphrase is asked for at each start; schedulers set ORDERBENCH_PASSPHRASE.";
            case null -> "The secret was not stored: set ORDERBENCH_SECRET for each command.";
        };
    }

    private static Optional<SecretKeeper.Place> keep(Wiring wiring, ConnectionSettings settings, Secret secret, Terminal terminal) {
        try {
            return Optional.of(wiring.secrets().store(settings, secret));
        } catch (SecretStoreException e) {
            terminal.say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Secret ask(Terminal terminal) throws IOException {
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("API key (or password): ");
            return new Secret(typed == null ? new char[0] : typed);
        }
        terminal.progress("Reading the secret from standard input.");
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return Secret.of(line == null ? "" : line.strip());
    }
}
