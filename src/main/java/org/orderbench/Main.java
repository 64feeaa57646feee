package org.orderbench;

import org.orderbench.cli.OrderbenchCommand;

/** Starts the program: arguments go to the command line, which opens the workbench when there are none. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.net.useSystemProxies", "true"); // read once, before the first connection
        System.exit(OrderbenchCommand.execute(args));
    }
}
