package org.orderbench.desktop.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** The frame without its nodes: which screen, how things stand with Odoo, how much is queued, and the three long jobs. For the window thread. */
public final class ShellModel {

    private static final Set<OutboxState> TO_SEND = EnumSet.of(OutboxState.QUEUED, OutboxState.SENDING, OutboxState.DOUBTFUL, OutboxState.CONFIRMING);

    /** What is not yet in Odoo: whole orders and their lines. */
    public record Queue(int orders, int lines) {}

    private record News(Situation situation, List<OutboxEntry> outbox, int exceptions) {}

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.REVIEW);
    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(this, "situation", new Situation(null, "", false, null, null));
    private final ReadOnlyObjectWrapper<Queue> queue = new ReadOnlyObjectWrapper<>(this, "queue", new Queue(0, 0));
    private final ReadOnlyIntegerWrapper exceptions = new ReadOnlyIntegerWrapper(this, "exceptions");

    public ShellModel(WorkbenchServices services, Tasks tasks, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** Reads how things stand. */
    public void refresh() {
        tasks.run(() -> new News(services.situation().get(), services.outbox().get(), services.proposals().exceptions().size()), news -> {
            situation.set(news.situation());
            List<OutboxEntry> waiting = news.outbox().stream().filter(entry -> TO_SEND.contains(entry.state())).toList();
            queue.set(new Queue(waiting.size(), waiting.stream().mapToInt(entry -> entry.lines().size()).sum()));
            exceptions.set(news.exceptions());
        });
    }

    public void sync(Frame frame) {
        start("sync", services.sync(), frame);
    }

    public void plan(Frame frame) {
        start("plan", services.plan(), frame);
    }

    public void push(Frame frame) {
        start("push", services.push(), frame);
    }

    private void start(String name, Job job, Frame frame) {
        tasks.start(texts.get("job." + name), job, summary -> {
            frame.notice(Notice.of(Kind.DONE, summary));
            frame.changed();
        }, failure -> {
            frame.notice(new Notice(Kind.PROBLEM, String.valueOf(failure.getMessage()), texts.get("shell.retry"), () -> start(name, job, frame)));
            frame.changed();
        });
    }

    public Tasks tasks() {
        return tasks;
    }

    public ObjectProperty<Screen> screen() {
        return screen;
    }

    public ReadOnlyObjectProperty<Situation> situation() {
        return situation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Queue> queue() {
        return queue.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty exceptions() {
        return exceptions.getReadOnlyProperty();
    }
}
