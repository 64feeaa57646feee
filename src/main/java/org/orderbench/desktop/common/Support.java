package org.orderbench.desktop.common;

import java.io.IOException;
import java.nio.file.Path;

/** Gathers logs and facts about this installation for whoever is asked for help. */
@FunctionalInterface
public interface Support {

    /**
     * Writes one file into a folder. Secrets, logins and addresses are stripped from all that goes in. Called on a background thread.
     *
     * @return the file
     * @throws IOException whose message says what the user can do
     */
    Path collect(Path folder) throws IOException;
}
