package org.orderbench.desktop.settings;

import java.nio.file.Path;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;

/** What settings do besides showing. For the window thread. */
public final class SettingsModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;

    public SettingsModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
    }

    /** Writes the support file into a folder and offers to look at it, before anybody sends it. */
    public void collectSupport(Path folder) {
        tasks.start(texts.get("settings.support.collecting"), progress -> services.support().collect(folder).toString(),
                file -> frame.notice(new Notice(Kind.DONE, texts.get("settings.support.done", file), texts.get("settings.support.show"),
                        () -> frame.browse(folder.toUri().toString()))),
                failure -> frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage()))));
    }
}
