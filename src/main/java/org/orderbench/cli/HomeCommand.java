package org.orderbench.cli;

import java.util.concurrent.Callable;
import org.orderbench.Wiring;
import org.orderbench.cache.CacheException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on one profile's cache: opens it, runs, closes it. */
abstract class HomeCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws Exception {
        Home home = home();
        FileLog.startIn(home.logs());
        Wiring opened;
        try {
            opened = onlyLooks() ? Wiring.openOrRead(home.cache()) : Wiring.open(home.cache());
        } catch (CacheException e) {
            if (e.reason() != CacheException.Reason.IN_USE) {
                throw e;
            }
            return whileInUse(home, terminal(), e);
        }
        try (Wiring wiring = opened) {
            if (wiring.isReading()) {
                terminal().progress("Another Orderbench has this profile open; this is how it stands at the moment.");
            }
            wiring.askPassphrase(PassphrasePrompt::ask);
            return run(wiring, terminal());
        }
    }

    /** What a command does instead while another instance has the profile open: nothing, unless it knows better. */
    int whileInUse(Home home, Terminal terminal, CacheException inUse) throws Exception {
        throw inUse;
    }

    abstract int run(Wiring wiring, Terminal terminal) throws Exception;

    /** Whether the command changes nothing, and so may run beside an instance that has the profile open. */
    boolean onlyLooks() {
        return false;
    }

    final Home home() {
        try {
            return global.home();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    final Terminal terminal() {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
    }

    final CommandSpec spec() {
        return spec;
    }
}
