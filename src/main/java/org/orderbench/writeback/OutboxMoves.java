package org.orderbench.writeback;

import static org.orderbench.writeback.OutboxState.ADOPTED;
import static org.orderbench.writeback.OutboxState.CONFIRMED;
import static org.orderbench.writeback.OutboxState.CONFIRMING;
import static org.orderbench.writeback.OutboxState.CONFLICT;
import static org.orderbench.writeback.OutboxState.DOUBTFUL;
import static org.orderbench.writeback.OutboxState.DRAFTED;
import static org.orderbench.writeback.OutboxState.NOTED;
import static org.orderbench.writeback.OutboxState.PARKED;
import static org.orderbench.writeback.OutboxState.SENDING;
import static org.orderbench.writeback.OutboxState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The legal moves of an order in the outbox: the whole of its state machine. The store refuses any other, and makes each by compare-and-set.
 *
 * <p>{@code DOUBTFUL} and {@code SENDING} are settled by looking in Odoo and may therefore end anywhere that can be seen there. A
 * {@code PARKED} order that a person retries becomes {@code DOUBTFUL}: looking comes first, always.
 */
public final class OutboxMoves {

    private static final Map<OutboxState, Set<OutboxState>> LEGAL = new EnumMap<>(OutboxState.class);

    static {
        LEGAL.put(OutboxState.QUEUED, EnumSet.of(SENDING, ADOPTED, CONFLICT, WITHDRAWN, PARKED));
        LEGAL.put(SENDING, EnumSet.of(DRAFTED, CONFIRMED, DOUBTFUL, ADOPTED, CONFLICT, WITHDRAWN, PARKED));
        LEGAL.put(DOUBTFUL, EnumSet.of(SENDING, DRAFTED, CONFIRMED, ADOPTED, CONFLICT, WITHDRAWN, PARKED));
        LEGAL.put(DRAFTED, EnumSet.of(CONFIRMING, CONFIRMED, NOTED, DOUBTFUL, WITHDRAWN, PARKED));
        LEGAL.put(CONFIRMING, EnumSet.of(CONFIRMED, DOUBTFUL, WITHDRAWN, PARKED));
        LEGAL.put(CONFIRMED, EnumSet.of(NOTED, DOUBTFUL, WITHDRAWN, PARKED));
        LEGAL.put(NOTED, EnumSet.of(WITHDRAWN));
        LEGAL.put(CONFLICT, EnumSet.of(WITHDRAWN));
        LEGAL.put(PARKED, EnumSet.of(DOUBTFUL, WITHDRAWN));
        LEGAL.put(ADOPTED, EnumSet.of(WITHDRAWN));
        LEGAL.put(WITHDRAWN, EnumSet.noneOf(OutboxState.class));
    }

    private OutboxMoves() {}

    public static boolean isLegal(OutboxState from, OutboxState to) {
        return after(from).contains(to);
    }

    /** The states that may follow. */
    public static Set<OutboxState> after(OutboxState from) {
        return LEGAL.getOrDefault(from, Set.of());
    }

    /** Whether a push has something to do about it: everything that neither is done nor waits for a person. */
    public static boolean isUnfinished(OutboxState state) {
        return switch (state) {
            case QUEUED, SENDING, DRAFTED, CONFIRMING, CONFIRMED, DOUBTFUL -> true;
            case NOTED, CONFLICT, ADOPTED, WITHDRAWN, PARKED -> false;
        };
    }
}
