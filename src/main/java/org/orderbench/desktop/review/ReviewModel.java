package org.orderbench.desktop.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.ReviewDesk.Outcome;

/**
 * The review screen without its nodes: the rows to show, what is marked, and every decision. Actions are about the marked lines, or, where none
 * is marked, about the line under the cursor. For the window thread.
 */
public final class ReviewModel {

    /** Whether there is something to show. */
    public enum Phase { LOADING, EMPTY, NOTHING_MATCHES, SHOWN, FAILED }

    /** Changes of at most so many rows are made one by one, which keeps the grid's scroll position. */
    private static final int FEW = 200;

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final QuantityInput quantities;

    private Worklist worklist = new Worklist(List.of());
    private @Nullable Comparator<Row.Line> order;
    private boolean arranging;
    private final Turns turns = new Turns();
    private final Set<Long> folded = new HashSet<>();
    private final Set<Long> marked = new LinkedHashSet<>();

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<QuickFilter> filter = new SimpleObjectProperty<>(this, "filter", QuickFilter.OPEN);
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped", true);
    private final BooleanProperty confirm = new SimpleBooleanProperty(this, "confirm", false);
    private final ObjectProperty<@Nullable Row> cursor = new SimpleObjectProperty<>(this, "cursor");
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.LOADING);
    private final ReadOnlyObjectWrapper<Map<QuickFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(this, "counts", Map.of());
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyIntegerWrapper marking = new ReadOnlyIntegerWrapper(this, "marking");
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(this, "marks", Marks.NONE);

    public ReviewModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        quantities = new QuantityInput(services.locale());
        search.subscribe(this::arrange);
        filter.subscribe(this::arrange);
        grouped.subscribe(this::arrange);
        cursor.subscribe(() -> {
            if (marked.isEmpty()) {
                sumUp();
            }
        });
    }

    /** Reads the proposals anew; marks of lines that are still there stay. */
    public void load() {
        if (worklist.size() == 0) {
            phase.set(Phase.LOADING);
        }
        tasks.run(() -> new Worklist(services.proposals().current()), fresh -> {
            worklist = fresh;
            marked.removeIf(id -> fresh.find(id) == null);
            arrange();
        }, failure -> {
            phase.set(Phase.FAILED);
            frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage())));
        });
    }

    /** Sorts lines, within their vendor where they are grouped; null keeps the plan's order. */
    public void sort(@Nullable Comparator<Row.Line> by) {
        order = by;
        arrange();
    }

    public void toggleFold(long proposalId) {
        if (!folded.remove(proposalId)) {
            folded.add(proposalId);
        }
        arrange();
    }

    private void arrange() {
        Worklist.Arrangement now = worklist.arrange(new Worklist.Query(search.get(), filter.get(), grouped.get(), folded, order));
        arranging = true;
        RowExchange.replace(rows, now.rows(), FEW);
        arranging = false;
        counts.set(now.counts());
        phase.set(worklist.size() == 0 ? Phase.EMPTY : now.lines() == 0 ? Phase.NOTHING_MATCHES : Phase.SHOWN);
        revision.set(revision.get() + 1);
        sumUp();
    }

    public boolean isMarked(long lineId) {
        return marked.contains(lineId);
    }

    /** Marks or clears a line, or all lines under a head. */
    public void toggleMark(Row row) {
        switch (row) {
            case Row.Line line -> {
                if (!marked.remove(line.id())) {
                    marked.add(line.id());
                }
            }
            case Row.Group group -> {
                List<Long> ids = linesOf(group.proposalId());
                if (marked.containsAll(ids)) {
                    ids.forEach(marked::remove);
                } else {
                    marked.addAll(ids);
                }
            }
        }
        marksChanged();
    }

    /** Marks every line shown between two rows, both included: what Shift and an arrow or a click mean. */
    public void markBetween(int from, int to) {
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            if (rows.get(i) instanceof Row.Line line) {
                marked.add(line.id());
            }
        }
        marksChanged();
    }

    /** Marks all that is shown; a second time clears. */
    public void toggleAll() {
        List<Long> ids = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Line line -> ids.add(line.id());
                case Row.Group group -> {
                    if (group.folded()) {
                        ids.addAll(linesOf(group.proposalId()));
                    }
                }
            }
        }
        if (marked.containsAll(ids)) {
            marked.clear();
        } else {
            marked.addAll(ids);
        }
        marksChanged();
    }

    /** @return whether all, some (null) or none of a head's lines are marked */
    public @Nullable Boolean groupMarked(Row.Group group) {
        if (marked.isEmpty()) {
            return false;
        }
        List<Long> ids = linesOf(group.proposalId());
        long hits = ids.stream().filter(marked::contains).count();
        return hits == 0 ? Boolean.FALSE : hits == ids.size() ? Boolean.TRUE : null;
    }

    /** How many lines are marked, whatever their state. */
    public int marked() {
        return marked.size();
    }

    public void clearMarks() {
        marked.clear();
        marksChanged();
    }

    private void marksChanged() {
        marking.set(marking.get() + 1);
        sumUp();
    }

    private List<Long> linesOf(long proposalId) {
        return worklist.shownOf(proposalId, search.get(), filter.get());
    }

    /** The lines that the next action is about. */
    List<Row.Line> targets() {
        if (marked.isEmpty()) {
            return cursor.get() instanceof Row.Line line && worklist.find(line.id()) instanceof Row.Line current ? List.of(current) : List.of();
        }
        List<Row.Line> lines = new ArrayList<>(marked.size());
        for (long id : marked) {
            Row.Line line = worklist.find(id);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private void sumUp() {
        marks.set(Marks.of(targets().stream().map(Row.Line::line).filter(line -> line.state() == LineState.OPEN).toList()));
    }

    public void approve() {
        boolean withConfirmation = confirm.get();
        turns.take(() -> decide(ids -> services.desk().approve(ids, withConfirmation, services.buyer()), "review.done.approved"));
    }

    public void reject(String reason) {
        turns.take(() -> decide(ids -> services.desk().reject(ids, reason, services.buyer()), "review.done.rejected"));
    }

    public void snooze(LocalDate until, String reason) {
        turns.take(() -> decide(ids -> services.desk().snooze(ids, until, reason, services.buyer()), "review.done.snoozed"));
    }

    private void decide(Function<Collection<Long>, Outcome> decision, String doneKey) {
        List<Long> ids = targets().stream().map(Row.Line::id).toList();
        if (ids.isEmpty()) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.nothing-chosen")));
            return;
        }
        ask(() -> decision.apply(ids), outcome -> {
            if (!outcome.changed().isEmpty()) {
                frame.notice(new Notice(Kind.DONE, texts.get(doneKey, outcome.changed().size()), texts.get("review.undo"), this::undo));
            }
        });
    }

    /** Changes the quantity of the line under the cursor, in the product's own unit. */
    public void order(Quantity quantity) {
        if (cursor.get() instanceof Row.Line line) {
            turns.take(() -> ask(() -> services.desk().edit(line.id(), quantity, services.buyer()), outcome -> {}));
        }
    }

    /** Reads what was typed into a line's quantity and changes it. A refusal is shown, and the old quantity stays. */
    public void edit(long lineId, String typed) {
        turns.take(() -> change(lineId, typed));
    }

    private void change(long lineId, String typed) {
        Row.Line row = worklist.find(lineId);
        if (row == null || typed.isBlank()) {
            return;
        }
        switch (quantities.read(typed, row.line())) {
            case QuantityInput.Unreadable unreadable ->
                frame.notice(Notice.of(Kind.PROBLEM, texts.get(unreadable.key(), typed, row.line().unitName())));
            case QuantityInput.Amount amount -> {
                if (!amount.quantity().equals(row.line().quantity())) {
                    ask(() -> services.desk().edit(lineId, amount.quantity(), services.buyer()), outcome -> {
                        if (amount.raised() && !outcome.changed().isEmpty()) {
                            frame.notice(Notice.of(Kind.HINT,
                                    texts.get("review.done.raised", amount.quantity().value(), row.line().orderStep().value(), row.line().orderStepName())));
                        }
                    });
                }
            }
        }
    }

    public void undo() {
        turns.take(() -> ask(() -> services.desk().undo(services.buyer()), outcome -> told(outcome, "review.done.undone", "review.nothing-to-undo")));
    }

    public void redo() {
        turns.take(() -> ask(() -> services.desk().redo(services.buyer()), outcome -> told(outcome, "review.done.redone", "review.nothing-to-redo")));
    }

    private void told(Outcome outcome, String doneKey, String nothingKey) {
        if (outcome.refused().isEmpty()) {
            int lines = outcome.changed().size();
            frame.notice(Notice.of(Kind.HINT, lines == 0 ? texts.get(nothingKey) : texts.get(doneKey, lines)));
        }
    }

    /** Asks the desk, then shows the lines as they are on disk, never as they were hoped to be. */
    private void ask(Callable<Outcome> question, Consumer<Outcome> then) {
        turns.hold();
        tasks.run(() -> {
            Outcome outcome = question.call();
            if (outcome.changed().size() > FEW) {
                return new Answer(outcome, List.of(), new Worklist(services.proposals().current()));
            }
            return new Answer(outcome, outcome.changed().stream().map(services.proposals()::line).flatMap(Optional::stream).toList(), null);
        }, answer -> {
            turns.free();
            show(answer);
            then.accept(answer.outcome());
            if (!answer.outcome().refused().isEmpty()) {
                frame.notice(Notice.of(Kind.PROBLEM, refusal(answer.outcome())));
            }
            frame.changed();
            turns.next();
        }, failure -> {
            turns.giveUp();
            tasks.fail(failure);
        });
    }

    private void show(Answer answer) {
        if (answer.fresh() != null) {
            worklist = answer.fresh();
        }
        answer.lines().forEach(worklist::replace);
        marked.removeIf(id -> !(worklist.find(id) instanceof Row.Line row) || row.line().state() != LineState.OPEN);
        arrange();
        marksChanged();
    }

    private String refusal(Outcome outcome) {
        String first = outcome.refused().getFirst().message();
        return outcome.refused().size() == 1 ? first : texts.get("review.refused.many", outcome.refused().size(), first);
    }

    /** @param fresh the whole list read anew, where so much changed that single lines would take longer */
    private record Answer(Outcome outcome, List<ProposalLine> lines, @Nullable Worklist fresh) {}

    public ObservableList<Row> rows() {
        return rows;
    }

    /** Rises when the rows have been arranged anew and are whole again. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** Rises when other lines are marked than before. */
    public ReadOnlyIntegerProperty marking() {
        return marking.getReadOnlyProperty();
    }

    /** Rows are being exchanged: what a table makes of its selection meanwhile means nothing. */
    public boolean arranging() {
        return arranging;
    }

    public StringProperty search() {
        return search;
    }

    public ObjectProperty<QuickFilter> filter() {
        return filter;
    }

    public BooleanProperty grouped() {
        return grouped;
    }

    /** Whether approving also asks Odoo to confirm the orders. */
    public BooleanProperty confirm() {
        return confirm;
    }

    /** The row that the keyboard is on; set by the screen. */
    public ObjectProperty<@Nullable Row> cursor() {
        return cursor;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<QuickFilter, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }
}
