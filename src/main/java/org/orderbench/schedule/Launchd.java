package org.orderbench.schedule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An agent of the user's launchd, as {@code launchd.plist(5)} describes it. A computer that was asleep runs it when it wakes. */
final class Launchd implements SystemScheduler {

    private final Path folder;

    Launchd(Path userHome) {
        this.folder = userHome.resolve("Library/LaunchAgents");
    }

    @Override
    public String name() {
        return "launchd";
    }

    private static String label(String profile) {
        return "org.orderbench.run." + profile;
    }

    @Override
    public List<Unit> units(RoundSchedule schedule) {
        String words = schedule.command().stream().map(word -> "        <string>" + Xml.escape(word) + "</string>\n").collect(Collectors.joining());
        String time = "<key>Hour</key><integer>" + schedule.at().getHour() + "</integer><key>Minute</key><integer>" + schedule.at().getMinute() + "</integer>";
        String when = schedule.weekdaysOnly()
                ? IntStream.rangeClosed(1, 5).mapToObj(day -> "        <dict><key>Weekday</key><integer>" + day + "</integer>" + time + "</dict>\n").collect(Collectors.joining())
                : "        <dict>" + time + "</dict>\n";
        String plist = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>%s</string>
                    <key>ProgramArguments</key>
                    <array>
                %s    </array>
                    <key>StartCalendarInterval</key>
                    <array>
                %s    </array>
                    <key>ProcessType</key>
                    <string>Background</string>
                </dict>
                </plist>
                """.formatted(label(schedule.profile()), words, when);
        return List.of(new Unit(marker(schedule.profile()), plist, StandardCharsets.UTF_8));
    }

    /** {@code load} takes no user id, unlike {@code bootstrap}, and does the same for an agent of one's own. */
    @Override
    public List<List<String>> install(RoundSchedule schedule) {
        return List.of(List.of("launchctl", "load", "-w", marker(schedule.profile()).toString()));
    }

    @Override
    public List<List<String>> remove(String profile) {
        return List.of(List.of("launchctl", "unload", "-w", marker(profile).toString()));
    }

    @Override
    public Path marker(String profile) {
        return folder.resolve(label(profile) + ".plist");
    }
}
