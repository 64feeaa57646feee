package org.orderbench.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that menus, shortcuts and links use, and which open the window: {@code [--home DIR] [--profile NAME] [open] [[--] LINK]}. They are understood
 * here, because to make all commands known first takes as long as to open the cache. Whatever is not exactly of this form is left to the commands.
 *
 * @param link what to show, as it was given
 */
record DirectStart(GlobalOptions global, @Nullable String link) {

    static Optional<DirectStart> of(String... args) {
        GlobalOptions global = new GlobalOptions();
        int at = 0;
        while (at + 1 < args.length && (args[at].equals("--home") || args[at].equals("--profile"))) {
            if (args[at].equals("--home")) {
                try {
                    global.home = Path.of(args[at + 1]);
                } catch (InvalidPathException e) {
                    return Optional.empty();
                }
            } else {
                global.profile = args[at + 1];
            }
            at += 2;
        }
        boolean open = at < args.length && args[at].equals("open");
        at += open ? 1 : 0;
        boolean ended = open && at < args.length && args[at].equals("--");
        at += ended ? 1 : 0;
        boolean named = open && at < args.length && (ended || !args[at].startsWith("-"));
        String link = named ? args[at] : null;
        at += named ? 1 : 0;
        return at == args.length && Home.isPlain(global.profile) ? Optional.of(new DirectStart(global, link)) : Optional.empty();
    }

    void run(Terminal terminal) {
        Window.openOrRaise(global, terminal, OpenCommand.read(link));
    }
}
