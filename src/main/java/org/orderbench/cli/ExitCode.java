package org.orderbench.cli;

/** What a command's exit code tells a scheduler. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NEEDS_A_PERSON = 3;

    private ExitCode() {}
}
