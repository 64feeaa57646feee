package org.orderbench.desktop.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** The frame without its nodes: which screen, how things stand with Odoo, how much is queued, and the three long jobs. For the window thread. */
public final class ShellModel {

    private static final Set<OutboxState> TO_SEND = EnumSet.of(OutboxState.QUEUED, OutboxState.SENDING, OutboxState.DOUBTFUL, OutboxState.CONFIRMING);
    private static final Set<OutboxState> FOR_A_PERSON = EnumSet.of(OutboxState.CONFLICT, OutboxState.PARKED);

    /**
     * What is not yet in Odoo.
     *
     * @param orders     whole orders that are to be sent
     * @param lines      their lines
     * @param forAPerson orders that wait for a decision
     */
    public record Queue(int orders, int lines, int forAPerson) {}

    private record News(Situation situation, List<OutboxEntry> outbox, int exceptions) {}

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<String> desktop;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.REVIEW);
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation");
    private final ReadOnlyObjectWrapper<Queue> queue = new ReadOnlyObjectWrapper<>(this, "queue", new Queue(0, 0, 0));
    private final ReadOnlyIntegerWrapper exceptions = new ReadOnlyIntegerWrapper(this, "exceptions");
    private Runnable afterReconnect = () -> {};
    private Runnable signIn = () -> {};
    private boolean wasOffline;

    /** @param desktop tells the user how a long job ended, wherever they are */
    public ShellModel(WorkbenchServices services, Tasks tasks, Texts texts, Consumer<String> desktop) {
        this.services = services;
        this.desktop = desktop;
        this.tasks = tasks;
        this.texts = texts;
        situation.set(services.known());
    }

    /** Reads how things stand. */
    public void refresh() {
        tasks.run(() -> new News(services.situation().get(), services.outbox().get(), services.proposals().exceptions().size()), this::take);
    }

    private void take(News news) {
        wasOffline |= !news.situation().online() && news.situation().server() != null;
        List<OutboxEntry> waiting = news.outbox().stream().filter(entry -> TO_SEND.contains(entry.state())).toList();
        int person = (int) news.outbox().stream().filter(entry -> FOR_A_PERSON.contains(entry.state())).count();
        queue.set(new Queue(waiting.size(), waiting.stream().mapToInt(entry -> entry.lines().size()).sum(), person));
        exceptions.set(news.exceptions());
        situation.set(news.situation());
    }

    /** Looks, while offline, whether the server is back, and says so. */
    public void lookForServer(Frame frame) {
        Situation now = situation.get();
        if (now.server() == null || now.online() || now.signInAgain() || tasks.busy().get()) {
            return;
        }
        tasks.run(services.reach()::getAsBoolean, back -> {
            refresh();
            if (back) {
                frame.notice(new Notice(Kind.HINT, texts.get("shell.back-online"), texts.get("shell.back-online.read"), () -> sync(frame)));
            }
        });
    }

    public void sync(Frame frame) {
        boolean homecoming = wasOffline;
        tasks.start(texts.get("job.sync"), services.sync(), summary -> {
            desktop.accept(summary);
            wasOffline = false;
            if (homecoming && queue.get().orders() > 0) {
                afterReconnect.run();
            } else {
                frame.notice(new Notice(Kind.DONE, summary, texts.get("shell.plan"), () -> plan(frame)));
            }
            frame.changed();
        }, failure -> failed(failure, frame, () -> sync(frame)));
    }

    public void plan(Frame frame) {
        tasks.start(texts.get("job.plan"), services.plan(), summary -> {
            desktop.accept(summary);
            frame.notice(new Notice(Kind.DONE, summary, texts.get("shell.review"), () -> screen.set(Screen.REVIEW)));
            frame.changed();
        }, failure -> failed(failure, frame, () -> plan(frame)));
    }

    public void push(Frame frame) {
        tasks.start(texts.get("job.push"), services.push(), summary -> {
            desktop.accept(summary);
            frame.notice(new Notice(Kind.DONE, summary, texts.get("shell.outbox"), () -> screen.set(Screen.OUTBOX)));
            frame.changed();
        }, failure -> failed(failure, frame, () -> push(frame)));
    }

    /** Runs the scheduled round that found this window open, as soon as no other job runs. */
    public void runRound(Frame frame) {
        if (tasks.busy().get()) {
            return;
        }
        tasks.run(services.rounds()::waits, waits -> {
            if (waits && !tasks.busy().get()) {
                tasks.start(texts.get("job.round"), services.rounds().round(), summary -> {
                    if (!summary.isEmpty()) {
                        frame.notice(new Notice(Kind.DONE, summary, texts.get("shell.review"), () -> screen.set(Screen.REVIEW)));
                    }
                    frame.changed();
                }, failure -> failed(failure, frame, () -> sync(frame)));
            }
        });
    }

    private void failed(Throwable failure, Frame frame, Runnable again) {
        tasks.run(services.situation()::get, now -> {
            String message = texts.said(String.valueOf(failure.getMessage()));
            desktop.accept(message);
            frame.notice(now.signInAgain() ? new Notice(Kind.PROBLEM, message, texts.get("shell.sign-in"), signIn)
                    : new Notice(Kind.PROBLEM, message, texts.get("shell.retry"), again));
            frame.changed();
        });
    }

    /** @param action what follows the first successful read after an outage, when orders wait to be sent */
    public void setAfterReconnect(Runnable action) {
        afterReconnect = action;
    }

    /** @param action lets the user sign in again */
    public void setSignIn(Runnable action) {
        signIn = action;
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
