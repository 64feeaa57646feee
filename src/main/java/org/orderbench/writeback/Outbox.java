package org.orderbench.writeback;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * The outbox as people see and steer it. Implemented by the cache. Each call is one transaction with its journal entries. Safe for several
 * threads.
 */
public interface Outbox {

    /** What is queued, under way or waits for a person, and what was finished lately; newest first. */
    List<OutboxEntry> entries();

    /** How many lines stand in each state; finished ones too. */
    Map<OutboxState, Integer> counts();

    /** Lines whose facts changed: the three columns. */
    List<Conflict> conflicts();

    /** Tries a parked order again, by looking first. @return false if it is no longer parked */
    boolean retry(long order, String by);

    /** Confirms a parked order although Odoo holds something else than was decided. @return false if it is no longer parked */
    boolean confirmAnyway(long order, String by);

    /**
     * Lets what is queued for a vendor, or is approved before it is sent, be added to a colleague's draft of the same vendor, company, warehouse and currency,
     * instead of a draft of our own. It stays a draft: whoever made it confirms it.
     *
     * @param odooOrder {@code purchase.order} id, of {@link OutboxEntry#beside}
     * @return why not, and what to do; empty when it is done
     */
    Optional<ReviewDesk.Refusal> join(int odooOrder, String by);

    /** Takes {@link #join} back. @return false if nothing was to be added to that order, or sending has begun */
    boolean ownDraft(int odooOrder, String by);

    /** Sends conflicting lines as they were decided, on the facts as they are now: queued anew under fresh keys. */
    ReviewDesk.Outcome sendAnyway(Collection<Long> proposalLines, String by);

    /** Gives conflicting or parked lines up: rejected, nothing is sent. Lines that are in Odoo are refused. */
    ReviewDesk.Outcome drop(Collection<Long> proposalLines, String by);

    /** Puts conflicting or parked lines back before the buyer, undecided. Lines that are in Odoo are refused. */
    ReviewDesk.Outcome redecide(Collection<Long> proposalLines, String by);

    /**
     * A line whose facts changed between decision and sending.
     *
     * @param now null when they could not be read
     */
    record Conflict(
            long proposalLineId, String vendorName, String warehouseName, String code, String name, String unitName, String currency, Quantity quantity,
            String reason, LineFacts proposed, LineFacts decided, @Nullable LineFacts now) {}
}
