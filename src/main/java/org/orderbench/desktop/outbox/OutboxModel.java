package org.orderbench.desktop.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.RefusalWords;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.writeback.Outbox;
import org.orderbench.writeback.Outbox.Conflict;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.ReviewDesk;

/** The outbox as it is on disk, and what a person does about it. For the window thread. */
public final class OutboxModel {

    private static final long NONE = -1;

    private record News(List<OutboxEntry> entries, Map<Long, Conflict> conflicts) {}

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final Runnable decidedAgain;
    private final RefusalWords refusals;
    private final ObservableList<OutboxEntry> all = FXCollections.observableArrayList();
    private final FilteredList<OutboxEntry> shown = new FilteredList<>(all);
    private final Map<Long, Conflict> conflicts = new HashMap<>();
    private final BooleanProperty personOnly = new SimpleBooleanProperty(this, "personOnly");
    private final ObjectProperty<@Nullable OutboxEntry> sought = new SimpleObjectProperty<>(this, "sought");
    private long wanted = NONE;
    private final ReadOnlyIntegerWrapper needPerson = new ReadOnlyIntegerWrapper(this, "needPerson");

    /** @param decidedAgain lines have come back before the buyer: the review shows others now */
    public OutboxModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts, Runnable decidedAgain) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        this.decidedAgain = decidedAgain;
        this.refusals = new RefusalWords(texts, new Formats(texts.locale(), services.clock().getZone(), texts));
        personOnly.subscribe(only -> shown.setPredicate(entry -> !only || needsPerson(entry)));
    }

    public void load() {
        Outbox outbox = services.outboxActions().outbox();
        tasks.run(
                () -> new News(
                        services.outbox().get(),
                        outbox.conflicts().stream().collect(Collectors.toMap(Conflict::proposalLineId, conflict -> conflict, (one, other) -> other))),
                news -> {
                    conflicts.clear();
                    conflicts.putAll(news.conflicts());
                    all.setAll(news.entries());
                    needPerson.set((int) all.stream().filter(OutboxModel::needsPerson).count());
                    all.stream().filter(entry -> entry.id() == wanted).findFirst().ifPresent(sought::set);
                    wanted = NONE;
                });
    }

    /** Puts an order before the buyer's eyes with the next {@link #load}. */
    public void find(long order) {
        personOnly.set(false);
        sought.set(null);
        wanted = order;
    }

    /** The order that was last {@link #find found}. */
    ObjectProperty<@Nullable OutboxEntry> sought() {
        return sought;
    }

    /** Whether the order, or a line of it, waits for a person. */
    static boolean needsPerson(OutboxEntry entry) {
        return waits(entry.state()) || entry.lines().stream().anyMatch(line -> waits(line.state()));
    }

    private static boolean waits(OutboxState state) {
        return state == OutboxState.CONFLICT || state == OutboxState.PARKED;
    }

    public ObservableList<OutboxEntry> entries() {
        return shown;
    }

    public BooleanProperty personOnly() {
        return personOnly;
    }

    public ReadOnlyIntegerProperty needPerson() {
        return needPerson.getReadOnlyProperty();
    }

    /** The three columns of a line whose facts changed. */
    Optional<Conflict> conflict(long proposalLine) {
        return Optional.ofNullable(conflicts.get(proposalLine));
    }

    void sendAnyway(Collection<Long> lines) {
        act("outbox.done.anyway", () -> services.outboxActions().outbox().sendAnyway(lines, services.buyer()));
    }

    void redecide(Collection<Long> lines) {
        act("outbox.done.redecide", () -> services.outboxActions().outbox().redecide(lines, services.buyer()));
    }

    void drop(Collection<Long> lines) {
        act("outbox.done.drop", () -> services.outboxActions().outbox().drop(lines, services.buyer()));
    }

    void retry(OutboxEntry entry) {
        unpark(() -> services.outboxActions().outbox().retry(entry.id(), services.buyer()), "outbox.done.retry");
    }

    void confirmAnyway(OutboxEntry entry) {
        unpark(() -> services.outboxActions().outbox().confirmAnyway(entry.id(), services.buyer()), "outbox.done.confirm");
    }

    void withdraw(OutboxEntry entry) {
        tasks.run(() -> services.outboxActions().withdraw().withdraw(entry.id()), refusal -> {
            frame.notice(refusal.map(why -> Notice.of(Kind.PROBLEM, why)).orElseGet(() -> Notice.of(
                    Kind.DONE, entry.joins() == null ? texts.get("outbox.done.withdraw", entry.vendorName()) : texts.get("outbox.done.takenoff", entry.joins()))));
            changed();
        }, failure -> frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage()))));
    }

    void join(OutboxEntry entry, OutboxEntry.Draft draft) {
        tasks.run(() -> services.outboxActions().outbox().join(draft.orderId(), services.buyer()), refusal -> {
            frame.notice(refusal.map(why -> Notice.of(Kind.PROBLEM, refusals.say(why))).orElseGet(() -> Notice.of(Kind.DONE, texts.get("outbox.done.join", entry.vendorName(), draft.name()))));
            changed();
        });
    }

    void ownDraft(OutboxEntry entry) {
        tasks.run(
                () -> entry.beside().stream().filter(draft -> services.outboxActions().outbox().ownDraft(draft.orderId(), services.buyer())).count() > 0,
                done -> {
                    frame.notice(done ? Notice.of(Kind.DONE, texts.get("outbox.done.own", entry.vendorName())) : Notice.of(Kind.HINT, texts.get("outbox.moved")));
                    changed();
                });
    }

    private void unpark(Callable<Boolean> action, String words) {
        tasks.run(action, done -> {
            frame.notice(done ? Notice.of(Kind.DONE, texts.get(words)) : Notice.of(Kind.HINT, texts.get("outbox.moved")));
            changed();
        });
    }

    private void act(String words, Callable<ReviewDesk.Outcome> action) {
        tasks.run(action, outcome -> {
            outcome.refused().stream().findFirst().ifPresentOrElse(
                    refusal -> frame.notice(Notice.of(Kind.PROBLEM, refusals.say(refusal))),
                    () -> frame.notice(Notice.of(Kind.DONE, texts.get(words, outcome.changed().size()))));
            changed();
        });
    }

    private void changed() {
        load();
        decidedAgain.run();
        frame.changed();
    }
}
