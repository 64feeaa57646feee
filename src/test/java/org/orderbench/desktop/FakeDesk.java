package org.orderbench.desktop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.PlanException;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.writeback.ReviewDesk;

/** Proposals and decisions in memory, with undo and redo, as the real desk behaves. */
final class FakeDesk implements ProposalStore, ReviewDesk {

    private record Change(Map<Long, ProposalLine> before, Map<Long, ProposalLine> after) {}

    /** The store answers nothing but failures. */
    volatile boolean broken;
    private final Clock clock;
    final Map<Long, LineNews> news = new HashMap<>();
    private final List<Proposal> proposals;
    private final List<PlanException> exceptions;
    private final Map<Long, ProposalLine> lines = new HashMap<>();
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();

    FakeDesk(List<Proposal> proposals, List<PlanException> exceptions, Clock clock) {
        this.proposals = proposals;
        this.exceptions = exceptions;
        this.clock = clock;
        proposals.forEach(proposal -> proposal.lines().forEach(line -> lines.put(line.id(), line)));
    }

    @Override
    public void save(Plan plan) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Proposal> current() {
        if (broken) {
            throw new IllegalStateException("The cache cannot be read");
        }
        return proposals.stream().map(p -> new Proposal(p.id(), p.companyId(), p.warehouseId(), p.warehouseName(), p.vendorId(), p.vendorName(), p.currency(),
                p.plannedAt(), p.lines().stream().map(line -> lines.getOrDefault(line.id(), line)).toList())).toList();
    }

    @Override
    public Optional<Instant> plannedAt() {
        return proposals.stream().map(Proposal::plannedAt).findFirst();
    }

    @Override
    public List<SkuStatus> statuses() {
        return current().stream().flatMap(p -> p.lines().stream().map(line -> SampleData.status(line, p))).toList();
    }

    @Override
    public List<Proposal> beginning(int lines) {
        List<Proposal> beginning = new ArrayList<>();
        for (Proposal proposal : current()) {
            beginning.add(proposal);
            lines -= proposal.lines().size();
            if (lines <= 0) {
                break;
            }
        }
        return beginning;
    }

    @Override
    public List<PlanException> exceptions() {
        if (broken) {
            throw new IllegalStateException("The cache cannot be read");
        }
        return exceptions;
    }

    @Override
    public Optional<ProposalLine> line(long id) {
        return Optional.ofNullable(lines.get(id));
    }

    @Override
    public Outcome approve(Collection<Long> ids, boolean confirm, String by) {
        return change(ids, line -> with(line, line.quantity(), LineState.APPROVED, new Decision.Approve(line.quantity(), confirm, by, clock.instant())));
    }

    @Override
    public Map<Long, LineNews> news() {
        return news;
    }

    @Override
    public Outcome edit(long id, Quantity quantity, String by) {
        return edit(Map.of(id, quantity), by);
    }

    @Override
    public Outcome edit(Map<Long, Quantity> quantities, String by) {
        return change(quantities.keySet(), line -> with(line, Objects.requireNonNull(quantities.get(line.id())), line.state(), line.decision()));
    }

    @Override
    public Outcome reject(Collection<Long> ids, String reason, String by) {
        return change(ids, line -> with(line, line.quantity(), LineState.REJECTED, new Decision.Reject(reason, by, clock.instant())));
    }

    @Override
    public Outcome snooze(Collection<Long> ids, LocalDate until, String reason, String by) {
        return change(ids, line -> with(line, line.quantity(), LineState.SNOOZED, new Decision.Snooze(until, reason, by, clock.instant())));
    }

    private Outcome change(Collection<Long> ids, UnaryOperator<ProposalLine> to) {
        Map<Long, ProposalLine> before = new HashMap<>();
        Map<Long, ProposalLine> after = new HashMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (long id : ids) {
            ProposalLine line = lines.get(id);
            if (line == null || line.state() != LineState.OPEN) {
                refused.add(new Refusal(id, "This line was decided already. Undo that first."));
            } else {
                before.put(id, line);
                after.put(id, to.apply(line));
            }
        }
        if (!after.isEmpty()) {
            done.push(new Change(before, after));
            undone.clear();
            lines.putAll(after);
        }
        return new Outcome(List.copyOf(after.keySet()), refused);
    }

    @Override
    public Outcome undo(String by) {
        return move(done, undone, true);
    }

    @Override
    public Outcome redo(String by) {
        return move(undone, done, false);
    }

    private Outcome move(Deque<Change> from, Deque<Change> to, boolean back) {
        if (from.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        Change change = from.pop();
        to.push(change);
        lines.putAll(back ? change.before() : change.after());
        return new Outcome(List.copyOf(change.before().keySet()), List.of());
    }

    private static ProposalLine with(ProposalLine l, Quantity quantity, LineState state, @Nullable Decision decision) {
        return new ProposalLine(l.id(), l.basis(), l.code(), l.name(), l.barcode(), l.category(), l.unitName(), l.onHand(), l.incoming(), l.drafts(),
                l.daysOfCover(), l.weekly(), l.pureNeed(), l.proposed(), quantity, l.orderStep(), l.orderStepName(), l.minimum(), l.unitPrice(), l.companyValue(),
                l.leadTimeDays(), l.arrival(), l.shortageOn(), l.urgent(), l.confidence(), l.priceId(), l.explanation(), state, decision);
    }

    /** Lines that were decided and not taken back. */
    List<ProposalLine> decided(LineState state) {
        return lines.values().stream().filter(line -> line.state() == state).toList();
    }
}
