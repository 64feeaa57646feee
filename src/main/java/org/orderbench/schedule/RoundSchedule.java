package org.orderbench.schedule;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When the unattended round is run, and for which profile.
 *
 * @param at           by the computer's clock
 * @param weekdaysOnly Monday to Friday; else every day
 * @param program      how this program is started: the launcher, or Java with its arguments
 * @param home         the folder of all profiles, as {@code --home} takes it
 */
public record RoundSchedule(LocalTime at, boolean weekdaysOnly, List<String> program, Path home, String profile) {

    public RoundSchedule {
        program = List.copyOf(program);
        if (program.isEmpty()) {
            throw new IllegalArgumentException("It is not known how this program is started.");
        }
        if (!profile.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("A profile's name is letters, digits, dots, dashes and underscores.");
        }
    }

    /** The whole command line: the round, with a notification of what came of it. */
    public List<String> command() {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("run", "--notify", "--home", home.toString(), "--profile", profile));
        return command;
    }
}
