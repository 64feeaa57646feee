package org.orderbench.schedule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A service and a timer of the user's own systemd, as {@code systemd.service(5)} and {@code systemd.timer(5)} describe them. */
final class SystemdTimer implements SystemScheduler {

    private final Path folder;

    SystemdTimer(Path userHome) {
        this.folder = userHome.resolve(".config/systemd/user");
    }

    @Override
    public String name() {
        return "systemd";
    }

    private static String unit(String profile) {
        return "orderbench-run-" + profile;
    }

    @Override
    public List<Unit> units(RoundSchedule schedule) {
        String unit = unit(schedule.profile());
        String command = schedule.command().stream().map(SystemdTimer::quoted).collect(Collectors.joining(" "));
        String service = """
                [Unit]
                Description=Orderbench: the unattended round of profile %s
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                ExecStart=%s
                # 3 says that something needs a person; the round itself went well.
                SuccessExitStatus=3
                """.formatted(schedule.profile(), command);
        String timer = """
                [Unit]
                Description=Orderbench: when the unattended round of profile %s is due

                [Timer]
                OnCalendar=%s*-*-* %02d:%02d:00
                Persistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(schedule.profile(), schedule.weekdaysOnly() ? "Mon..Fri " : "", schedule.at().getHour(), schedule.at().getMinute());
        return List.of(
                new Unit(folder.resolve(unit + ".service"), service, StandardCharsets.UTF_8), new Unit(folder.resolve(unit + ".timer"), timer, StandardCharsets.UTF_8));
    }

    /** {@code %} starts a specifier, {@code $} a variable, and a quoted word takes C escapes. */
    static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$") + '"';
    }

    @Override
    public List<List<String>> install(RoundSchedule schedule) {
        return List.of(
                List.of("systemctl", "--user", "daemon-reload"),
                List.of("systemctl", "--user", "enable", "--now", unit(schedule.profile()) + ".timer"));
    }

    @Override
    public List<List<String>> remove(String profile) {
        return List.of(List.of("systemctl", "--user", "disable", "--now", unit(profile) + ".timer"));
    }

    @Override
    public Path marker(String profile) {
        return folder.resolve(unit(profile) + ".timer");
    }
}
