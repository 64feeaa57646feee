package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * The review screen without its nodes: the rows to show, and which lines the next action is about: the marked ones, or, where none is marked, the line
 * under the cursor. For the window thread.
 */
public final class ReviewModel {

    /** Whether there is something to show. */
    public enum Phase { LOADING, EMPTY, NOTHING_MATCHES, SHOWN, FAILED }

    /** So many lines are read one by one after a change; more, and the whole list is read anew. */
    static final int FEW = 200;

    /** Lines that are read first: as many as the largest screen shows. */
    private static final int BEGINNING = 70;

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final Decisions decisions;

    private Worklist worklist;
    private List<SortBy> order = List.of();
    private boolean arranging;
    private int changes;
    private int outOfSight;
    private final Set<Long> folded = new HashSet<>();
    private final Marking marking = new Marking();

    private final RowList rows = new RowList();
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<QuickFilter> filter = new SimpleObjectProperty<>(this, "filter", QuickFilter.OPEN);
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped", true);
    private final ObjectProperty<@Nullable Row> cursor = new SimpleObjectProperty<>(this, "cursor");
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.LOADING);
    private final ReadOnlyObjectWrapper<Map<QuickFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(this, "counts", Map.of());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private boolean unreadable;
    private final ReadOnlyIntegerWrapper loaded = new ReadOnlyIntegerWrapper(this, "loaded");
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(this, "marks", Marks.NONE);

    public ReviewModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        worklist = new Worklist(List.of(), Map.of(), new CeilingCheck(Limits.careful(services.currency()), services.currency()));
        search.subscribe(this::arrange);
        filter.subscribe(this::arrange);
        grouped.subscribe(this::arrange);
        marking.revision().subscribe(this::sumUp);
        cursor.subscribe(() -> {
            if (marking.isEmpty()) {
                sumUp();
            }
        });
        decisions = new Decisions(this, services, tasks, frame, texts);
    }

    /** Reads the proposals anew; marks of lines that are still there stay. */
    public void load() {
        if (worklist.size() == 0) {
            reading.set(true);
            phase.set(Phase.LOADING);
            tasks.run(() -> worklist(services.proposals().beginning(BEGINNING), Map.of(), false), beginning -> {
                if (worklist.size() == 0 && beginning.size() > 0) {
                    worklist = beginning;
                    arrange();
                }
                frame.whenDrawn(this::readAll);
            }, this::failed);
        } else {
            readAll();
        }
    }

    private void readAll() {
        reading.set(true);
        int before = changes;
        tasks.run(this::read, fresh -> {
            if (changes != before) {
                // Somebody decided while it was being read: what was read may be older than the decision.
                readAll();
                return;
            }
            reading.set(false);
            unreadable = false;
            worklist = fresh;
            marking.removeIf(id -> fresh.find(id) == null);
            arrange();
            loaded.set(loaded.get() + 1);
        }, this::failed);
    }

    private void failed(Throwable failure) {
        reading.set(false);
        unreadable = true;
        phase.set(Phase.FAILED);
        frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage())));
    }

    /** A list that could not be read stays that, whatever is sorted or filtered meanwhile: nobody may take it for an empty one. */
    private Phase whyEmpty() {
        if (reading.get()) {
            return Phase.LOADING;
        }
        return unreadable ? Phase.FAILED : Phase.EMPTY;
    }

    /** Sorts lines by columns, the first counts most, within their vendor where they are grouped; without any the plan's order stays. */
    void sort(List<SortBy> by) {
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
        rows.show(now.rows());
        arranging = false;
        counts.set(now.counts());
        phase.set(worklist.size() == 0 ? whyEmpty() : now.lines() == 0 ? Phase.NOTHING_MATCHES : Phase.SHOWN);
        revision.set(revision.get() + 1);
        sumUp();
    }

    public boolean isMarked(long lineId) {
        return marking.has(lineId);
    }

    /** Marks or clears a line, or all lines under a head. */
    public void toggleMark(Row row) {
        if (row instanceof Row.Group && isBeginning()) {
            return;
        }
        marking.toggle(switch (row) {
            case Row.Line line -> List.of(line.id());
            case Row.Group group -> linesOf(group.proposalId());
        });
    }

    /** Whether only the first lines are there yet: then all lines, or all of an order, are not known, and the user is told so. */
    private boolean isBeginning() {
        boolean only = reading.get() && loaded.get() == 0;
        if (only) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.still-reading")));
        }
        return only;
    }

    /** Marks every line shown between two rows, both included: what Shift and an arrow or a click mean. */
    public void markBetween(int from, int to) {
        List<Long> ids = new ArrayList<>();
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            if (rows.get(i) instanceof Row.Line line) {
                ids.add(line.id());
            }
        }
        marking.add(ids);
    }

    /** Marks all that is shown; a second time clears. While the list is not whole, all of it is not known yet. */
    public void toggleAll() {
        if (isBeginning()) {
            return;
        }
        List<Long> ids = shownLines().stream().map(Row.Line::id).toList();
        boolean all = ids.stream().allMatch(marking::has);
        if (all) {
            marking.clear();
        } else {
            marking.add(ids);
        }
    }

    /** @return whether all, some (null) or none of a head's lines are marked */
    public @Nullable Boolean groupMarked(Row.Group group) {
        return marking.isEmpty() ? Boolean.FALSE : marking.share(linesOf(group.proposalId()));
    }

    /** How many lines are marked, whatever their state. */
    public int marked() {
        return marking.size();
    }

    /** How many of the marked lines the search, the filter or a view hides at present. */
    int markedOutOfSight() {
        return outOfSight;
    }

    public void clearMarks() {
        marking.clear();
    }

    private List<Long> linesOf(long proposalId) {
        return worklist.shownOf(proposalId, search.get(), filter.get());
    }

    /** The lines that the next action is about. */
    List<Row.Line> targets() {
        if (marking.isEmpty()) {
            return cursor.get() instanceof Row.Line line && worklist.find(line.id()) instanceof Row.Line current ? List.of(current) : List.of();
        }
        return marking.all().stream().map(worklist::find).filter(Objects::nonNull).toList();
    }

    private void sumUp() {
        outOfSight = (int) marking.all().stream().filter(id -> !worklist.admits(id, search.get(), filter.get())).count();
        marks.set(Marks.of(targets().stream().filter(Row.Line::open).toList()));
    }

    /** The lines that are shown, in their order; lines of a folded order included. */
    List<Row.Line> shownLines() {
        List<Row.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Line line -> lines.add(line);
                case Row.Group group -> {
                    if (group.folded()) {
                        linesOf(group.proposalId()).stream().map(worklist::find).filter(Objects::nonNull).forEach(lines::add);
                    }
                }
            }
        }
        return lines;
    }

    /** The line of a SKU that waits for a decision; the one under the cursor where there are two. */
    Row.@Nullable Line openLine(Sku sku) {
        if (cursor.get() instanceof Row.Line line && line.open() && line.line().basis().sku().equals(sku)) {
            return line;
        }
        return worklist.openLine(sku);
    }

    Row.@Nullable Line find(long lineId) {
        return worklist.find(lineId);
    }

    /** Reads proposals, news and ceilings; takes its time. */
    Worklist read() {
        return worklist(services.proposals().current(), services.proposals().news(), true);
    }

    private Worklist worklist(List<Proposal> proposals, Map<Long, LineNews> news, boolean whole) {
        return new Worklist(proposals, news, new CeilingCheck(services.aids().limits().get(), services.currency()), whole);
    }

    /** Shows lines as they are on disk now, and forgets the marks of those that are decided. */
    void show(List<ProposalLine> lines) {
        lines.forEach(worklist::replace);
        afterChange();
    }

    /** Shows the whole list as it is on disk now. */
    void show(Worklist fresh) {
        worklist = fresh;
        afterChange();
    }

    private void afterChange() {
        changes++;
        marking.removeIf(id -> !(worklist.find(id) instanceof Row.Line row) || !row.open());
        arrange();
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** Rises when the rows have been arranged anew and are whole again. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** Rises when other lines are marked than before. */
    public ReadOnlyIntegerProperty marking() {
        return marking.revision();
    }

    /** Rows are being exchanged: what a table makes of its selection meanwhile means nothing. */
    public boolean arranging() {
        return arranging;
    }

    /** The list is not whole yet, or may be behind: what counts all lines must wait. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Rises when the proposals have been read anew: what was worked out from the earlier ones is stale. */
    ReadOnlyIntegerProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** What buyers make of lines. */
    public Decisions decisions() {
        return decisions;
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
