package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.DecisionRow.Stand;
import org.orderbench.catalog.Quantity;
import org.orderbench.journal.JournalEntry;
import org.orderbench.policy.Action;
import org.orderbench.policy.Judge;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.ReviewDesk;

/** The review desk over the cache. The clock's zone says which day it is. Safe for several threads. */
public final class CacheReviewDesk implements ReviewDesk {

    private final CacheDatabase database;
    private final CacheJournal journal;
    private final DecisionSteps steps;
    private final Clock clock;
    private final Judge judge;

    /** @param judge is asked before a decision about lines that were not judged yet as they stand */
    public CacheReviewDesk(CacheDatabase database, Clock clock, Judge judge) {
        this.database = database;
        this.judge = judge;
        this.journal = new CacheJournal(database, clock);
        this.steps = new DecisionSteps();
        this.clock = clock;
    }

    @Override
    public Outcome approve(Collection<Long> lines, boolean confirm, String by) {
        Instant at = clock.instant();
        return decide("approve", by, lines, (handle, row) -> {
            onlyOpen(row);
            refuseUnderObserve(handle, row);
            return new Stand(LineState.APPROVED, row.stand().quantity(), new Decision.Approve(row.stand().quantity(), confirm, by, at));
        });
    }

    @Override
    public Outcome edit(long line, Quantity quantity, String by) {
        return edit(Map.of(line, quantity), by);
    }

    @Override
    public Outcome edit(Map<Long, Quantity> quantities, String by) {
        return decide("edit", by, quantities.keySet(), (handle, row) -> {
            onlyOpen(row);
            Quantity quantity = Objects.requireNonNull(quantities.get(row.id()));
            refuseUnlessOrderable(row.line(), quantity);
            return new Stand(row.stand().state(), quantity, row.stand().decision());
        });
    }

    @Override
    public Outcome reject(Collection<Long> lines, String reason, String by) {
        Instant at = clock.instant();
        return decide("reject", by, lines, (handle, row) -> {
            onlyOpen(row);
            return new Stand(LineState.REJECTED, row.stand().quantity(), new Decision.Reject(reason, by, at));
        });
    }

    @Override
    public Outcome snooze(Collection<Long> lines, LocalDate until, String reason, String by) {
        Instant at = clock.instant();
        return decide("snooze", by, lines, (handle, row) -> {
            onlyOpen(row);
            if (!until.isAfter(LocalDate.now(clock))) {
                throw new Refused(Why.DAY_HAS_COME, "Choose a day after today; " + until + " has come already.", until);
            }
            return new Stand(LineState.SNOOZED, row.stand().quantity(), new Decision.Snooze(until, reason, by, at));
        });
    }

    @Override
    public Outcome undo(String by) {
        return database.inTransaction(handle -> {
            List<Refusal> refused = new ArrayList<>();
            for (DecisionSteps.Step step : steps.done(handle)) {
                List<Long> changed = turn(handle, step, true, by, refused);
                if (!changed.isEmpty()) {
                    steps.mark(handle, step, true);
                    return new Outcome(changed, refused);
                }
            }
            return new Outcome(List.of(), refused);
        });
    }

    @Override
    public Outcome redo(String by) {
        judgeFirst(database.jdbi().withHandle(handle -> steps.lastUndone(handle)
                .map(step -> steps.changes(handle, step).stream().map(DecisionSteps.Change::line).toList())
                .orElse(List.of())));
        return database.inTransaction(handle -> {
            List<Refusal> refused = new ArrayList<>();
            Optional<DecisionSteps.Step> step = steps.lastUndone(handle);
            if (step.isEmpty()) {
                return new Outcome(List.of(), refused);
            }
            List<Long> changed = turn(handle, step.get(), false, by, refused);
            steps.mark(handle, step.get(), false);
            return new Outcome(changed, refused);
        });
    }

    /** Sets each line of a step back (or forth) if it still stands as the step left it. */
    private List<Long> turn(Handle handle, DecisionSteps.Step step, boolean back, String by, List<Refusal> refused) {
        List<Long> changed = new ArrayList<>();
        for (DecisionSteps.Change change : steps.changes(handle, step)) {
            Optional<DecisionRow> row = DecisionRow.lock(handle, change.line());
            Stand from = back ? change.after() : change.before();
            try {
                if (row.isEmpty() || !same(row.get().stand(), from)) {
                    throw new Refused(Why.CHANGED_SINCE, "It was changed since; nothing was done to it.");
                }
                long version = back ? change.policyVersion() : judged(handle, row.get()).version();
                apply(handle, row.get(), back ? change.before() : change.after(), new Stroke((back ? "undo " : "redo ") + step.action(), by, version));
                steps.judgedBy(handle, step, change.line(), version);
                changed.add(change.line());
            } catch (Refused e) {
                refused.add(e.of(change.line()));
            }
        }
        return changed;
    }

    private static boolean same(Stand one, Stand other) {
        return one.state() == other.state() && one.quantity().equals(other.quantity()) && Objects.equals(one.decision(), other.decision());
    }

    /** A decision names the version of the policy that its line was judged by, as the line stands now. */
    private void judgeFirst(Collection<Long> lines) {
        if (!lines.isEmpty() && database.jdbi().withHandle(handle -> VerdictRows.areStale(handle, lines))) {
            judge.judge(lines);
        }
    }

    private Outcome decide(String action, String by, Collection<Long> lines, Rule rule) {
        judgeFirst(lines);
        return database.inTransaction(handle -> {
            List<DecisionSteps.Change> changes = new ArrayList<>();
            List<Refusal> refused = new ArrayList<>();
            for (long id : new TreeSet<>(lines)) {
                try {
                    DecisionRow row = DecisionRow.lock(handle, id)
                            .orElseThrow(() -> new Refused(Why.NO_SUCH_LINE, "There is no line " + id + ". List the proposals again."));
                    Stand after = rule.after(handle, row);
                    long version = judged(handle, row).version();
                    apply(handle, row, after, new Stroke(action, by, version));
                    changes.add(new DecisionSteps.Change(id, row.stand(), after, version));
                } catch (Refused e) {
                    refused.add(e.of(id));
                }
            }
            if (!changes.isEmpty()) {
                steps.add(handle, clock.instant(), by, action, changes);
            }
            return new Outcome(changes.stream().map(DecisionSteps.Change::line).toList(), refused);
        });
    }

    private static VerdictRows.Judged judged(Handle handle, DecisionRow row) throws Refused {
        return VerdictRows.of(handle, row.id())
                .orElseThrow(() -> new Refused(Why.NOT_JUDGED, "The policy has not judged this line, so nothing can be decided about it. Propose again."));
    }

    /**
     * What the journal says of a change beside the line itself.
     *
     * @param policyVersion the version of the policy that the line was judged by
     */
    private record Stroke(String action, String by, long policyVersion) {}

    /** What the journal keeps of a line after a decision. */
    private record Decided(LineState state, Quantity quantity, @Nullable Decision decision, long policyVersion) {}

    /** Changes a line, its place in the outbox and the journal together. Refuses before it changes anything. */
    private void apply(Handle handle, DecisionRow row, Stand after, Stroke stroke) throws Refused {
        Optional<LineIntent> intent = Optional.empty();
        if (after.state() == LineState.APPROVED) {
            if (!(after.decision() instanceof Decision.Approve approve)) {
                throw new IllegalStateException("An approved line has an approval as its decision");
            }
            intent = new IntentBuilder(handle, LocalDate.now(clock)).build(row, approve);
            if (intent.isEmpty()) {
                throw new Refused(Why.NOT_IN_CACHE, "The cache no longer knows this product's unit or warehouse. Sync, then propose again.");
            }
            if (OutboxRows.keyIsTaken(handle, intent.get().key())) {
                throw new Refused(Why.ORDERED_ALREADY, "This shortage is in the outbox already, or was ordered from here. Sync, so that the order is counted as supply.");
            }
        }
        if (row.stand().state() == LineState.APPROVED && !OutboxRows.takeOut(handle, row.id())) {
            throw new Refused(Why.BEING_SENT, "It is being sent to Odoo or was sent. Decide in the outbox.");
        }
        intent.ifPresent(made -> OutboxRows.insert(handle, made, clock.instant()));
        row.write(handle, after);
        journal.append(handle, new JournalEntry.What(
                stroke.by(), stroke.action(), "line " + row.id() + " " + row.line().code(), cause(after, stroke.policyVersion()), CacheJson.write(row.stand()),
                CacheJson.write(new Decided(after.state(), after.quantity(), after.decision(), stroke.policyVersion()))));
    }

    private static String cause(Stand after, long policyVersion) {
        return switch (after.decision()) {
            case null -> "";
            case Decision.Approve approve -> "policy version " + policyVersion;
            case Decision.Reject reject -> reject.reason();
            case Decision.Snooze snooze -> snooze.reason();
        };
    }

    /** There a slice is watched: it proposes, and nothing of it is written. */
    private static void refuseUnderObserve(Handle handle, DecisionRow row) throws Refused {
        if (judged(handle, row).action() == Action.NONE) {
            throw new Refused(Why.OBSERVED, "Its slice is at OBSERVE: it is shown, and nothing of it is written. Raise the slice to DRAFT, or order it in Odoo.");
        }
    }

    private static void onlyOpen(DecisionRow row) throws Refused {
        switch (row.stand().state()) {
            case OPEN -> {
                // to be decided
            }
            case APPROVED -> throw new Refused(Why.APPROVED, "It is approved already. Undo that first.");
            case REJECTED -> throw new Refused(Why.REJECTED, "It is rejected already. Undo that first.");
            case SNOOZED -> throw new Refused(Why.SNOOZED, "It is snoozed. Undo that first.");
            case SUPERSEDED -> throw new Refused(Why.SUPERSEDED, "A newer plan took this line's place. Look at the list again.");
        }
    }

    /** Positive, not below the minimum, and whole packs. */
    private static void refuseUnlessOrderable(ProposalLine line, Quantity quantity) throws Refused {
        if (!quantity.isPositive()) {
            throw new Refused(Why.NOT_POSITIVE, "A quantity must be more than zero. To order nothing, reject the line.");
        }
        Quantity least = line.minimum().max(line.orderStep()).upTo(line.orderStep());
        if (quantity.compareTo(line.minimum()) < 0) {
            throw new Refused(Why.BELOW_MINIMUM, "The supplier's minimum is " + line.minimum() + " " + line.unitName() + ". The nearest orderable quantity is " + least + ".",
                    line.minimum(), line.unitName(), least);
        }
        Quantity up = quantity.upTo(line.orderStep());
        if (!up.equals(quantity)) {
            Quantity down = new Quantity(up.value().subtract(line.orderStep().value()));
            String bought = "It is bought in " + line.orderStepName() + " of " + line.orderStep() + " " + line.unitName() + ". Nearest: ";
            if (down.compareTo(least) >= 0) {
                throw new Refused(
                        Why.BETWEEN_PACKS, bought + down + " or " + up + ".", line.orderStepName(), line.orderStep(), line.unitName(), down, up);
            }
            throw new Refused(Why.NOT_WHOLE_PACKS, bought + up.max(least) + ".", line.orderStepName(), line.orderStep(), line.unitName(), up.max(least));
        }
        if (quantity.value().setScale(6, RoundingMode.HALF_EVEN).compareTo(quantity.value()) != 0 || quantity.value().compareTo(LARGEST) > 0) {
            throw new Refused(Why.TOO_FINE_OR_LARGE, "Use at most six decimals and less than a thousand million.");
        }
    }

    private static final BigDecimal LARGEST = new BigDecimal("999999999");

    /** What becomes of a line. */
    private interface Rule {
        Stand after(Handle handle, DecisionRow row) throws Refused;
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Why why;
        private final transient List<String> figures;

        Refused(Why why, String words, Object... figures) {
            super(words);
            this.why = why;
            this.figures = Stream.of(figures).map(Object::toString).toList();
        }

        Refusal of(long line) {
            return new Refusal(line, why, figures, String.valueOf(getMessage()));
        }
    }
}
