package org.orderbench.writeback;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Quantity;

/**
 * Where buyers decide. Each call is one transaction in the cache: the decision, its outbox line and its journal entry are on disk together
 * when it returns, or none of them is. Safe for several threads.
 */
public interface ReviewDesk {

    /**
     * Approves lines at their present quantities and queues them for Odoo.
     *
     * @param confirm ask Odoo to confirm the order too, else a draft
     */
    Outcome approve(Collection<Long> lines, boolean confirm, String by);

    /** Changes an open line's quantity (the product's own unit). Not orderable amounts are refused with the nearest ones that are. */
    Outcome edit(long line, Quantity quantity, String by);

    /** Changes several lines' quantities as one step, which one {@link #undo} takes back. A line that is refused does not hold up the others. */
    Outcome edit(Map<Long, Quantity> quantities, String by);

    Outcome reject(Collection<Long> lines, String reason, String by);

    Outcome snooze(Collection<Long> lines, LocalDate until, String reason, String by);

    /** Takes back the latest decision that is not yet being sent, by anybody on this cache; the lines are as before it. */
    Outcome undo(String by);

    /** Does again what {@link #undo} took back last. */
    Outcome redo(String by);

    /**
     * What came of a call.
     *
     * @param changed the lines that changed
     * @param refused the lines that did not, each with why and what to do
     */
    record Outcome(List<Long> changed, List<Refusal> refused) {
        public Outcome {
            changed = List.copyOf(changed);
            refused = List.copyOf(refused);
        }
    }

    /** Why a line did not change, by name, so that a window says it in its own language. */
    enum Why {
        /** With the day. */
        DAY_HAS_COME,
        CHANGED_SINCE,
        NO_SUCH_LINE,
        NOT_JUDGED,
        NOT_IN_CACHE,
        ORDERED_ALREADY,
        BEING_SENT,
        OBSERVED,
        APPROVED,
        REJECTED,
        SNOOZED,
        SUPERSEDED,
        NOT_POSITIVE,
        /** With the minimum, its unit and the nearest quantity. */
        BELOW_MINIMUM,
        /** With the pack's name, its size, the unit and the nearest quantity. */
        NOT_WHOLE_PACKS,
        /** The same with two nearest quantities, one below and one above. */
        BETWEEN_PACKS,
        TOO_FINE_OR_LARGE,
        /** In the outbox: it does not wait for that any more. */
        NOT_WAITING,
        ARCHIVED,
        IN_OUTBOX,
        IN_ODOO,
        /** What was to be joined is no colleague's draft any more. */
        NO_DRAFT,
        /** With the order that was to be joined. */
        NOTHING_QUEUED,
        /** Nothing but its message. */
        OTHER
    }

    /**
     * @param figures what fills the sentence, in the order of {@link Why}
     * @param message for the buyer, with the next step, in English
     */
    record Refusal(long line, Why why, List<String> figures, String message) {
        public Refusal {
            figures = List.copyOf(figures);
        }

        public Refusal(long line, String message) {
            this(line, Why.OTHER, List.of(), message);
        }
    }
}
