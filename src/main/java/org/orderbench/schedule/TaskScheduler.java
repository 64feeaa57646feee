package org.orderbench.schedule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A task of the user's in Windows' Task Scheduler, as its schema 1.2 describes it. It runs only while the user is signed in: there lies the secret. */
final class TaskScheduler implements SystemScheduler {

    private final Path folder;

    TaskScheduler(Path localData) {
        this.folder = localData.resolve("Orderbench");
    }

    @Override
    public String name() {
        return "Task Scheduler";
    }

    private static String task(String profile) {
        return "Orderbench run " + profile;
    }

    @Override
    public List<Unit> units(RoundSchedule schedule) {
        List<String> command = schedule.command();
        String arguments = command.subList(1, command.size()).stream().map(TaskScheduler::quoted).collect(Collectors.joining(" "));
        String days = schedule.weekdaysOnly()
                ? "<ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek><Monday/><Tuesday/><Wednesday/><Thursday/><Friday/></DaysOfWeek></ScheduleByWeek>"
                : "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>";
        String xml = """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo><Description>Orderbench: the unattended round of profile %s</Description></RegistrationInfo>
                  <Triggers>
                    <CalendarTrigger>
                      <StartBoundary>2026-01-01T%02d:%02d:00</StartBoundary>
                      <Enabled>true</Enabled>
                      %s
                    </CalendarTrigger>
                  </Triggers>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <StartWhenAvailable>true</StartWhenAvailable>
                    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
                  </Settings>
                  <Actions>
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(
                Xml.escape(schedule.profile()), schedule.at().getHour(), schedule.at().getMinute(), days, Xml.escape(command.getFirst()), Xml.escape(arguments));
        // With the mark in front by which Windows knows the encoding.
        return List.of(new Unit(marker(schedule.profile()), xml, StandardCharsets.UTF_16));
    }

    /** As C programs on Windows take words apart: quotes around, and backslashes doubled before a quote. */
    static String quoted(String word) {
        StringBuilder out = new StringBuilder("\"");
        int slashes = 0;
        for (char c : word.toCharArray()) {
            if (c == '\\') {
                slashes++;
            } else {
                out.append("\\".repeat(c == '"' ? 2 * slashes + 1 : slashes)).append(c);
                slashes = 0;
            }
        }
        return out.append("\\".repeat(2 * slashes)).append('"').toString();
    }

    @Override
    public List<List<String>> install(RoundSchedule schedule) {
        return List.of(List.of("schtasks", "/Create", "/F", "/TN", task(schedule.profile()), "/XML", marker(schedule.profile()).toString()));
    }

    @Override
    public List<List<String>> remove(String profile) {
        return List.of(List.of("schtasks", "/Delete", "/F", "/TN", task(profile)));
    }

    @Override
    public Path marker(String profile) {
        return folder.resolve("run-" + profile + ".task.xml");
    }
}
