package org.orderbench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.orderbench.SignIn;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheException;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.managed.ManagedFileException;
import org.orderbench.odoo.OdooException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's commands. Without one it opens the workbench. */
@Command(
        name = "orderbench",
        description = "Forecasts, proposes and reviews purchase orders, and writes approved ones into Odoo exactly once.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            OpenCommand.class,
            DemoCommand.class,
            ServeDemoCommand.class,
            ConnectCommand.class,
            SyncCommand.class,
            ProposeCommand.class,
            ReviewCommand.class,
            PushCommand.class,
            OutboxCommand.class,
            StatusCommand.class,
            JournalCommand.class,
            RunCommand.class,
            PolicyCommand.class,
            BrakeCommand.class,
            ScheduleCommand.class,
            ForecastCommand.class,
            ReplayCommand.class,
            TrustCommand.class,
            SettingsCommand.class,
            UpdatesCommand.class,
            RehearseCommand.class
        })
public final class OrderbenchCommand implements Runnable {

    @Mixin
    GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Window.openOrRaise(global, new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json), Optional.empty());
    }

    /** Runs one command line and answers with its exit code. */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        Optional<DirectStart> window = DirectStart.of(args);
        if (window.isPresent()) {
            try {
                window.get().run(new Terminal(out, err, false));
                return ExitCode.DONE;
            } catch (RuntimeException e) {
                return explain(e, err);
            }
        }
        String[] sorted = GlobalOptions.last(args);
        // A forecaster is started for one file after the other: to make the other commands known takes longer than a small file.
        boolean forecast = sorted.length > 0 && sorted[0].equals("forecast");
        CommandLine line = forecast ? new CommandLine(new ForecastCommand()).setCommandName("orderbench forecast") : new CommandLine(new OrderbenchCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, commandLine, parsed) -> explain(exception, err));
        return line.execute(forecast ? Arrays.copyOfRange(sorted, 1, sorted.length) : sorted);
    }

    public static int execute(String... args) {
        return execute(new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8), args);
    }

    private static int explain(Exception exception, PrintWriter err) {
        switch (exception) {
            case OdooException odoo -> err.println(odoo.failure().message());
            case CacheException cache -> err.println(cache.getMessage());
            case ManagedFileException managed -> err.println(managed.getMessage());
            case SignIn.NotConnectedException none -> err.println(none.getMessage());
            case ConnectionStore.OtherDatabaseException other -> err.println(other.getMessage());
            case CommandFailedException failed -> err.println(failed.getMessage());
            case NeedsPersonException person -> {
                err.println(person.getMessage());
                return ExitCode.NEEDS_A_PERSON;
            }
            case RuntimeException full when CacheDatabase.cannotWrite(full) -> err.println(CacheDatabase.explain("this profile", full).getMessage());
            default -> {
                Logger log = LoggerFactory.getLogger(OrderbenchCommand.class);
                log.error("Unexpected failure", exception);
                err.println("Orderbench failed unexpectedly (" + exception + "). This is a defect: please report it with the log in the home's logs folder.");
            }
        }
        return ExitCode.FAILED;
    }
}
