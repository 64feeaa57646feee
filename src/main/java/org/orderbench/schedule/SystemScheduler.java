package org.orderbench.schedule;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One system's scheduler: which file it reads, and which commands make it take the file up and forget it again. Pure. */
public interface SystemScheduler {

    /** A file as it has to be written. */
    record Unit(Path file, String content, Charset charset) {}

    /** What the user knows it by. */
    String name();

    List<Unit> units(RoundSchedule schedule);

    /** Run one after the other once the units are written; the first that fails ends it. */
    List<List<String>> install(RoundSchedule schedule);

    /** Run before the units are deleted; what was not there may fail. */
    List<List<String>> remove(String profile);

    /** The one file whose being there says that the profile's round is scheduled. */
    Path marker(String profile);

    /** @param system {@code os.name} */
    static SystemScheduler of(String system, Path userHome, Path localData) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return new TaskScheduler(localData);
        }
        return name.contains("mac") ? new Launchd(userHome) : new SystemdTimer(userHome);
    }
}
