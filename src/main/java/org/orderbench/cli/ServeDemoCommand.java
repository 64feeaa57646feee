package org.orderbench.cli;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve-demo}: the demo Odoo alone, until the process is stopped. */
@Command(name = "serve-demo", description = "Runs the demo Odoo alone on this computer, for any client: database demo, login buyer.", mixinStandardHelpOptions = true)
final class ServeDemoCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "P", description = "Port on loopback; 0 for any free one (default: ${DEFAULT-VALUE}).", defaultValue = "8069")
    int port;

    @Option(names = "--odoo", paramLabel = "VERSION", description = "17, 18 or 19 (default: ${DEFAULT-VALUE}).", defaultValue = "18")
    String version = "18";

    @Option(names = "--products", paramLabel = "N", description = "How many products (default: the 657 real ones).")
    @Nullable Integer products;

    @Option(names = "--days", paramLabel = "D", description = "How many days of demand (default: ${DEFAULT-VALUE}).", defaultValue = "730")
    int days = 730;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed makes other vendors, prices and stock.")
    @Nullable Long seed;

    @Option(names = "--secret", paramLabel = "S", description = "Password and API key of the demo's user (default: ${DEFAULT-VALUE}); it protects made-up data only.", defaultValue = "demo")
    String secret = "demo";

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        try (DemoServer server = start(options())) {
            terminal.say("Demo Odoo " + version + " at " + server.url() + ", database " + server.database() + ", login " + server.login() + ". Stop it with Ctrl+C.");
            terminal.result(Map.of("url", server.url(), "database", server.database(), "login", server.login()));
            Thread.currentThread().join();
        }
        return ExitCode.DONE;
    }

    private static DemoServer start(DemoOptions options) {
        try {
            return DemoServer.start(options);
        } catch (UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private DemoOptions options() {
        try {
            DemoOptions defaults = DemoOptions.defaults();
            return new DemoOptions(
                    odoo(), port, products == null ? defaults.products() : products, days, seed == null ? defaults.seed() : seed, secret, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private OdooVersion odoo() {
        return switch (version.replace(".0", "")) {
            case "17" -> OdooVersion.V17;
            case "18" -> OdooVersion.V18;
            case "19" -> OdooVersion.V19;
            default -> throw new ParameterException(spec.commandLine(), "--odoo is 17, 18 or 19, not " + version + ".");
        };
    }
}
