package org.orderbench.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.orderbench.schedule.SystemScheduler.Unit;

/** Puts a round into the system's scheduler and takes it out again. */
public final class Scheduling {

    private final SystemScheduler scheduler;
    private final Commands commands;

    /** Runs one command of the system and waits for it. */
    @FunctionalInterface
    public interface Commands {
        /** @throws IOException if it cannot be run or fails, in the command's own words */
        void run(List<String> command) throws IOException, InterruptedException;
    }

    public Scheduling(SystemScheduler scheduler, Commands commands) {
        this.scheduler = scheduler;
        this.commands = commands;
    }

    public String schedulerName() {
        return scheduler.name();
    }

    public boolean isScheduled(String profile) {
        return Files.exists(scheduler.marker(profile));
    }

    /**
     * Replaces what was scheduled for the profile. Where the system refuses, the files are gone again, so that nothing looks scheduled that is not.
     *
     * @throws ScheduleException saying what went wrong and what to do
     */
    public void install(RoundSchedule schedule) throws InterruptedException {
        List<Unit> units = scheduler.units(schedule);
        try {
            if (isScheduled(schedule.profile())) {
                forget(schedule.profile());
            }
            for (Unit unit : units) {
                Files.createDirectories(unit.file().getParent());
                Files.writeString(unit.file(), unit.content(), unit.charset());
            }
            for (List<String> command : scheduler.install(schedule)) {
                commands.run(command);
            }
        } catch (IOException e) {
            delete(units, e);
            throw new ScheduleException(
                    "The round could not be handed to " + scheduler.name() + " (" + e.getMessage() + "). Let your own scheduler start: " + String.join(" ", schedule.command()), e);
        }
    }

    private static void delete(List<Unit> units, IOException cause) {
        for (Unit unit : units) {
            try {
                Files.deleteIfExists(unit.file());
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** The files and commands, for a person who wants to see them first or has a scheduler of their own. */
    public String preview(RoundSchedule schedule) {
        StringBuilder out = new StringBuilder();
        scheduler.units(schedule).forEach(unit -> out.append("# ").append(unit.file()).append('\n').append(unit.content()).append('\n'));
        scheduler.install(schedule).forEach(command -> out.append("$ ").append(String.join(" ", command)).append('\n'));
        return out.toString();
    }

    /** Nothing happens where nothing is scheduled. */
    public void remove(RoundSchedule schedule) throws InterruptedException {
        try {
            forget(schedule.profile());
            for (Unit unit : scheduler.units(schedule)) {
                Files.deleteIfExists(unit.file());
            }
        } catch (IOException e) {
            throw new ScheduleException("The round could not be taken out of " + scheduler.name() + " (" + e.getMessage() + ").", e);
        }
    }

    private void forget(String profile) throws IOException, InterruptedException {
        if (isScheduled(profile)) {
            for (List<String> command : scheduler.remove(profile)) {
                commands.run(command);
            }
        }
    }

    /** The scheduler did not take or give up the round; the message says what to do. */
    public static final class ScheduleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScheduleException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
