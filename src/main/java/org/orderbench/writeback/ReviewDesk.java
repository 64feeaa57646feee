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

    /** @param message for the buyer, with the next step */
    record Refusal(long line, String message) {}
}
