package org.orderbench.cli;

import java.time.LocalTime;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.schedule.RoundSchedule;
import org.orderbench.schedule.Scheduling;
import org.orderbench.schedule.Scheduling.ScheduleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schedule}: hands the unattended round to the system's scheduler, or takes it out again. */
@Command(name = "schedule", description = "Lets the system's scheduler start 'orderbench run' each day.", mixinStandardHelpOptions = true)
final class ScheduleCommand extends HomeCommand {

    @Option(names = "--at", paramLabel = "HH:MM", description = "When, by this computer's clock (default: ${DEFAULT-VALUE}).", defaultValue = "06:30")
    LocalTime at = LocalTime.of(6, 30);

    @Option(names = "--weekdays", description = "Monday to Friday only.")
    boolean weekdays;

    @Option(names = "--remove", description = "Take it out of the scheduler.")
    boolean remove;

    @Option(names = "--show", description = "Print the files and commands, and change nothing.")
    boolean show;

    @Override
    int run(Wiring wiring, Terminal terminal) throws InterruptedException {
        Scheduling scheduling = wiring.scheduling();
        RoundSchedule schedule = wiring.schedule(at, weekdays);
        try {
            if (show) {
                terminal.say(scheduling.preview(schedule));
            } else if (remove) {
                scheduling.remove(schedule);
                terminal.say("The round is no longer started by " + scheduling.schedulerName() + ".");
            } else {
                scheduling.install(schedule);
                terminal.say(scheduling.schedulerName() + " starts the round at " + at + (weekdays ? ", Monday to Friday." : " every day."));
            }
        } catch (ScheduleException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
        terminal.result(Map.of("scheduler", scheduling.schedulerName(), "scheduled", scheduling.isScheduled(schedule.profile()), "command", schedule.command()));
        return ExitCode.DONE;
    }
}
