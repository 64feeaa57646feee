package org.orderbench.writeback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The durable queue as the sender needs it. Implemented by the cache. Each call is one transaction with its journal entry, on disk when it
 * returns. Moves are compare-and-set: whoever holds an outdated order is told so. Safe for several threads.
 */
public interface OutboxStore {

    /** Binds queued lines into orders: one for each vendor, company, warehouse, currency and confirm flag, what nobody asked for apart. From now on their keys are fixed. */
    void bind();

    /** Orders that a push has something to do about, oldest first. */
    List<Long> unfinished();

    /** Orders written lately that somebody may still change in Odoo: noted, and not older than a few months. */
    List<Long> watched();

    /** Orders that were begun and came to nothing, until {@link #swept}: a request for their header that was long under way may still arrive. */
    List<Long> cameToNothing();

    /** Nothing is left of it in Odoo. Counts once no request of it can be under way any more. */
    void swept(long order);

    OutboxOrder order(long id);

    /**
     * The calls that this thread makes within are one transaction: all of them or none. It is as safe as the most careful of them, and one step to the disk
     * instead of many. Odoo is not to be asked meanwhile.
     */
    void together(Runnable calls);

    /**
     * Moves an order along {@link OutboxMoves}.
     *
     * @throws OutdatedException     if the order is no longer in {@code from}
     * @throws IllegalStateException if the table has no such move
     */
    void move(long order, OutboxState from, OutboxState to, @Nullable String reason);

    /** Keeps what was read of the order in Odoo. */
    void keep(long order, PurchaseGateway.OrderView view);

    /**
     * The lines go into a draft of our own after all: the colleague's that they were to be added to is no draft any more, or another's. Forgets what was
     * kept of that order.
     */
    void makeOwn(long order, String reason);

    /** The header's record is gone from Odoo. */
    void forgetOrder(long order);

    /** Counts a try, with why it led nowhere. */
    void tried(long order, String reason);

    /** Keeps that the line's key was read back from Odoo. */
    void seen(long line, int odooLineId, int odooOrderId, @Nullable String reason);

    /**
     * Keeps that the line's key was read back from Odoo, and that it is another client's: in one transaction, for a client that died between the two would
     * take the other's content for an edit of its own.
     */
    void adopted(long line, int odooLineId, int odooOrderId, String reason);

    /** The line no longer goes with its order. {@code WITHDRAWN} makes its proposal line rejected, in the same transaction. */
    void leave(long line, OutboxState apart, String reason, @Nullable LineFacts now);

    /** A person took a written order back: its lines are withdrawn and rejected with it, in one transaction. */
    void withdraw(long order, OutboxState from, String reason, String by);

    /** Whether this cache has held an earlier line of this key that was withdrawn. */
    boolean withdrawnBefore(LineKey key);

    /** Somebody else (another thread, a person at the window) has moved the order first; nothing was changed. */
    final class OutdatedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public OutdatedException(String message) {
            super(message);
        }
    }
}
