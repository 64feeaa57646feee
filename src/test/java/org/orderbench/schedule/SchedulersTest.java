package org.orderbench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.schedule.Scheduling.ScheduleException;
import org.orderbench.schedule.SystemScheduler.Unit;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What each system's scheduler is given: read back by a parser of its form, and installed and removed without leaving anything behind. */
class SchedulersTest {

    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path home;

    private final List<List<String>> ran = new ArrayList<>();

    private RoundSchedule schedule(boolean weekdays) {
        return new RoundSchedule(LocalTime.of(6, 5), weekdays, List.of("/bin/true", "--opt=50% & $HOME \"x\""), home.resolve("a b"), "acme-uk");
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void systemdTakesTheTimer() throws Exception {
        List<Unit> units = new SystemdTimer(home).units(schedule(true));
        assertThat(units).extracting(unit -> unit.file().getFileName().toString()).containsExactly("orderbench-run-acme-uk.service", "orderbench-run-acme-uk.timer");
        assertThat(units.getFirst().content())
                .contains("ExecStart=\"/bin/true\" \"--opt=50%% & $$HOME \\\"x\\\"\" \"run\" \"--notify\" \"--home\" ").contains("SuccessExitStatus=3");
        assertThat(units.getLast().content()).contains("OnCalendar=Mon..Fri *-*-* 06:05:00").contains("WantedBy=timers.target");
        assertThat(new SystemdTimer(home).units(schedule(false)).getLast().content()).contains("OnCalendar=*-*-* 06:05:00");
        for (Unit unit : units) {
            Files.writeString(home.resolve(unit.file().getFileName()), unit.content(), unit.charset());
        }
        if (Files.isExecutable(ANALYZE)) {
            assertThat(systemd("verify", "--man=no", home.resolve(units.getFirst().file().getFileName()).toString())).isEmpty();
            assertThat(systemd("calendar", "Mon..Fri *-*-* 06:05:00")).contains("Normalized form: Mon..Fri *-*-* 06:05:00");
        }
    }

    private static String systemd(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    @Test
    void launchdTakesTheAgent() throws Exception {
        Document plist = parse(new Launchd(home).units(schedule(true)).getFirst().content());
        assertThat(texts(plist, "string")).startsWith("org.orderbench.run.acme-uk", "/bin/true", "--opt=50% & $HOME \"x\"", "run", "--notify").contains(home.resolve("a b").toString());
        assertThat(texts(plist, "integer")).containsExactly("1", "6", "5", "2", "6", "5", "3", "6", "5", "4", "6", "5", "5", "6", "5");
        assertThat(texts(parse(new Launchd(home).units(schedule(false)).getFirst().content()), "integer")).containsExactly("6", "5");
    }

    @Test
    void windowsTakesTheTask() throws Exception {
        Unit unit = new TaskScheduler(home).units(schedule(true)).getFirst();
        Document task = parse(unit.content());
        assertThat(texts(task, "StartBoundary")).containsExactly("2026-01-01T06:05:00");
        assertThat(texts(task, "Command")).containsExactly("/bin/true");
        assertThat(texts(task, "Arguments").getFirst()).startsWith("\"--opt=50% & $HOME \\\"x\\\"\" \"run\" \"--notify\" \"--home\" ");
        assertThat(task.getElementsByTagName("Friday").getLength()).isEqualTo(1);
        assertThat(texts(task, "MultipleInstancesPolicy")).containsExactly("IgnoreNew");
        assertThat(unit.content().getBytes(unit.charset())).as("UTF-16 with its mark").startsWith(0xFE, 0xFF);
        assertThat(parse(new TaskScheduler(home).units(schedule(false)).getFirst().content()).getElementsByTagName("DaysInterval").getLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"plain|\"plain\"", "a b|\"a b\"", "C:\\x\\|\"C:\\x\\\\\"", "say \"hi\"|\"say \\\"hi\\\"\"", "tail\\\"|\"tail\\\\\\\"\""})
    void windowsWordsAreTakenApartAgain(String word, String quoted) {
        assertThat(TaskScheduler.quoted(word)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void installingWritesTheFilesAndRemovingLeavesNone(String system) throws Exception {
        SystemScheduler scheduler = SystemScheduler.of(system, home, home);
        Scheduling scheduling = new Scheduling(scheduler, ran::add);
        assertThat(scheduling.isScheduled("acme-uk")).isFalse();
        scheduling.install(schedule(true));
        assertThat(scheduling.isScheduled("acme-uk")).isTrue();
        assertThat(ran).isEqualTo(scheduler.install(schedule(true)));
        scheduling.install(schedule(false));
        assertThat(ran).as("the earlier one is taken out first").containsAll(scheduler.remove("acme-uk"));
        scheduling.remove(schedule(false));
        assertThat(scheduling.isScheduled("acme-uk")).isFalse();
        scheduler.units(schedule(false)).forEach(unit -> assertThat(unit.file()).doesNotExist());
        int calls = ran.size();
        scheduling.remove(schedule(false));
        assertThat(ran).as("nothing to remove").hasSize(calls);
    }

    @Test
    void whereTheSystemRefusesNothingLooksScheduled() {
        Scheduling scheduling = new Scheduling(new SystemdTimer(home), command -> {
            throw new IOException("systemctl said: no bus");
        });
        assertThatThrownBy(() -> scheduling.install(schedule(true))).isInstanceOf(ScheduleException.class).hasMessageContaining("no bus").hasMessageContaining("run --notify");
        assertThat(scheduling.isScheduled("acme-uk")).isFalse();
    }

    @Test
    void commandsThatFailSaySo() {
        assertThatThrownBy(() -> new SystemCommands().run(List.of("/bin/sh", "-c", "echo no bus >&2; exit 4"))).isInstanceOf(IOException.class).hasMessageContaining("no bus");
        assertThatThrownBy(() -> new SystemCommands().run(List.of("/nowhere/at/all"))).isInstanceOf(IOException.class);
    }

    @Test
    void theProgramIsItsLauncherOrJava() throws Exception {
        assertThat(ThisProgram.command("/opt/orderbench/bin/orderbench", Optional.of("/java"), "x")).containsExactly("/opt/orderbench/bin/orderbench");
        Path console = Files.createFile(home.resolve("orderbench-cli.exe"));
        assertThat(ThisProgram.command(home.resolve("Orderbench.exe").toString(), Optional.empty(), "")).containsExactly(console.toString());
        assertThat(ThisProgram.command(null, Optional.of("/java"), "a:b")).startsWith("/java").endsWith("-cp", "a:b", "org.orderbench.Main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void aNotificationsWordsAreNeverCode(String system) {
        String hostile = "\"; rm -rf / ; $(x) `y` ' & exit";
        Notification.Call call = Notification.call(system, "Orderbench", hostile);
        boolean asWord = call.command().contains(hostile);
        assertThat(asWord || call.environment().equals(Map.of("ORDERBENCH_TITLE", "Orderbench", "ORDERBENCH_TEXT", hostile))).isTrue();
        assertThat(call.command().stream().filter(word -> word.contains("rm -rf"))).as("a word of its own, or none").allMatch(hostile::equals);
    }
}
