package org.orderbench.writeback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/**
 * Brings one order as far as it goes now: the exactly-once protocol, one step for each state. Every step starts from what is on disk and what
 * is in Odoo, so it may stop anywhere (no answer, a crash) and be taken up again.
 */
public final class Sender {

    /** Tries in one push before an order is left for the next. */
    private static final int TRIES = 5;

    /**
     * Refusals in one push before a person is asked. Odoo says a lost race in words of its own and in the user's language where a unique constraint
     * of another model decided it (two clients confirm one order, and the vendor may follow it only once): looking again tells the two apart.
     */
    private static final int REFUSALS = 3;

    /** Tries without an answer, over all pushes, before a person is asked. */
    private static final int PATIENCE = 50;

    private final PurchaseGateway gateway;
    private final OutboxStore store;
    private final Freshness freshness;
    private final NoteWriter notes;
    private final FactsAhead ahead;
    private final Settler settler;
    private final Pause pause;

    /** @param signedInUser {@code res.users} id of the session */
    public Sender(
            PurchaseGateway gateway, OutboxStore store, Tolerances tolerances, NoteWriter notes, int signedInUser, Clock clock, Pause pause) {
        this.gateway = gateway;
        this.store = store;
        this.freshness = new Freshness(tolerances);
        this.notes = notes;
        this.ahead = new FactsAhead(gateway, clock);
        this.settler = new Settler(gateway, store, freshness, ahead, new Shield(signedInUser), clock);
        this.pause = pause;
    }

    /** How far it came. */
    public enum Progress {
        /** It stands where it can stand. */
        DONE,
        /** Nobody answers at present: no use in trying the others. */
        OFFLINE,
        /** No progress for now; the next push tries again. */
        LATER
    }

    /** Says which orders are to be sent next, so that facts are read for many at once. */
    void expect(List<OutboxOrder> orders) {
        ahead.expect(orders.stream().filter(order -> isToBeSettled(order.state())).flatMap(order -> order.going().stream()).map(OutboxLine::intent).toList());
    }

    private static boolean isToBeSettled(OutboxState state) {
        return switch (state) {
            case QUEUED, SENDING, DOUBTFUL -> true;
            case DRAFTED, CONFIRMING, CONFIRMED, NOTED, CONFLICT, ADOPTED, WITHDRAWN, PARKED -> false;
        };
    }

    /** @return how far it came; where it stands now is in the store */
    public Progress send(long id) {
        int tries = 0;
        int refusals = 0;
        Reading read = null;
        while (true) {
            OutboxOrder order = store.order(id);
            if (!OutboxMoves.isUnfinished(order.state())) {
                return Progress.DONE;
            }
            try {
                read = step(order, read);
            } catch (OutboxStore.OutdatedException e) {
                read = null;
                tries++;
            } catch (GatewayException e) {
                read = null;
                tries++;
                refusals += e.kind() == GatewayException.Kind.REFUSED ? 1 : 0;
                Progress stop = failed(store.order(id), e, refusals);
                if (stop != null) {
                    return stop;
                }
            }
            if (tries >= TRIES || Thread.currentThread().isInterrupted()) {
                return Progress.LATER;
            }
            if (tries > 0) {
                pause.pause(Duration.ofMillis(100L << (tries - 1)));
            }
        }
    }

    /** Takes away empty headers of orders that came to nothing. What fails is tried again at the next push. */
    void sweep() {
        for (long id : store.cameToNothing()) {
            try {
                settler.sweep(store.order(id));
                store.swept(id);
            } catch (GatewayException | OutboxStore.OutdatedException e) {
                // nothing waits for it
            }
        }
    }

    private @Nullable Progress failed(OutboxOrder order, GatewayException e, int refusals) {
        store.tried(order.id(), e.words());
        return switch (e.kind()) {
            case OFFLINE -> Progress.OFFLINE;
            case LOST_RACE -> null;
            case UNKNOWN -> {
                if (order.attempts() >= PATIENCE) {
                    store.move(order.id(), order.state(), OutboxState.PARKED, "After " + order.attempts() + " tries: " + e.words());
                } else if (OutboxMoves.isLegal(order.state(), OutboxState.DOUBTFUL)) {
                    store.move(order.id(), order.state(), OutboxState.DOUBTFUL, e.words());
                }
                yield null;
            }
            case REFUSED -> {
                if (refusals >= REFUSALS && !withdrawn(order)) {
                    store.move(order.id(), order.state(), OutboxState.PARKED, e.words());
                }
                yield null;
            }
        };
    }

    /** Odoo also refuses because the order has just been deleted there: then that is what happened. */
    private boolean withdrawn(OutboxOrder order) {
        boolean wasThere = switch (order.state()) {
            case DRAFTED, CONFIRMING, CONFIRMED -> true;
            case QUEUED, SENDING, DOUBTFUL, NOTED, CONFLICT, ADOPTED, WITHDRAWN, PARKED -> false;
        };
        try {
            return wasThere && present(order, null).isEmpty();
        } catch (GatewayException e) {
            return false;
        }
    }

    /**
     * One step.
     *
     * @param read the order as the step before this one left it: nothing was written to Odoo since, so it isn't read again
     * @return the same for the next step; null when that has to read it
     */
    private @Nullable Reading step(OutboxOrder order, @Nullable Reading read) throws GatewayException {
        return switch (order.state()) {
            case QUEUED, SENDING, DOUBTFUL -> settler.settle(order);
            case DRAFTED -> drafted(order, read);
            case CONFIRMING -> confirm(order, read);
            case CONFIRMED -> noted(order, read);
            case NOTED, CONFLICT, ADOPTED, WITHDRAWN, PARKED -> throw new IllegalStateException("Nothing to send of " + order.state());
        };
    }

    private @Nullable Reading drafted(OutboxOrder order, @Nullable Reading read) throws GatewayException {
        Optional<OrderView> view = present(order, read);
        if (view.isEmpty()) {
            return null;
        }
        if (!view.get().isDraft()) {
            store.move(order.id(), OutboxState.DRAFTED, OutboxState.CONFIRMED, null);
        } else if (order.isToBeConfirmed()) {
            store.move(order.id(), OutboxState.DRAFTED, OutboxState.CONFIRMING, null);
        } else {
            note(order, view.get());
        }
        return read != null && read.order().equals(view.get()) ? read : new Reading(view.get());
    }

    private @Nullable Reading confirm(OutboxOrder order, @Nullable Reading read) throws GatewayException {
        Optional<OrderView> before = present(order, read);
        if (before.isEmpty()) {
            return null;
        }
        OrderView view = before.get();
        if (view.isDraft()) {
            List<LineView> lines = read != null && read.holds(order.odooLineIds()) ? read.lines() : gateway.readLines(order.odooLineIds());
            List<String> differences = Contents.differences(order, view, lines, freshness);
            if (!differences.isEmpty() && !order.anyway()) {
                store.move(
                        order.id(), OutboxState.CONFIRMING, OutboxState.PARKED,
                        view.name() + " is a draft in Odoo and was not confirmed: " + String.join(" ", differences));
                return null;
            }
            gateway.confirm(view.id());
            Optional<OrderView> after = there(order);
            if (after.isEmpty()) {
                return null;
            }
            view = after.get();
        }
        confirmed(order, view);
        return new Reading(view);
    }

    private void confirmed(OutboxOrder order, OrderView view) {
        store.together(() -> {
            store.keep(order.id(), view);
            if (view.isDraft()) {
                store.move(
                        order.id(), OutboxState.CONFIRMING, OutboxState.PARKED,
                        "Odoo took the confirmation of " + view.name() + " and left it at \"" + view.state() + "\". Confirm it there.");
            } else {
                store.move(order.id(), OutboxState.CONFIRMING, OutboxState.CONFIRMED, view.waitsForApproval() ? waits(view) : null);
            }
        });
    }

    private @Nullable Reading noted(OutboxOrder order, @Nullable Reading read) throws GatewayException {
        Optional<OrderView> view = present(order, read);
        if (view.isPresent()) {
            note(order, view.get());
        }
        return null;
    }

    private void note(OutboxOrder order, OrderView view) throws GatewayException {
        Locale language = gateway.language(order.companyId());
        gateway.note(order.key(), order.companyId(), view.id(), notes.write(order, language));
        if (view.waitsForApproval()) {
            askApproval(order, view, language);
        }
        store.move(order.id(), order.state(), OutboxState.NOTED, view.waitsForApproval() ? waits(view) : order.joins() == null ? null : joined(view));
    }

    /** Where Odoo refuses the activity, the order waits without one: it is there, and says so here. */
    private void askApproval(OutboxOrder order, OrderView view, Locale language) throws GatewayException {
        try {
            gateway.askApproval(order.key(), order.companyId(), view.id(), notes.approval(order, language));
        } catch (GatewayException e) {
            if (e.kind() != GatewayException.Kind.REFUSED) {
                throw e;
            }
        }
    }

    private static String waits(OrderView view) {
        return view.name() + " waits in Odoo for somebody who may approve it.";
    }

    private static String joined(OrderView view) {
        return view.isDraft()
                ? "Added to " + view.name() + ", a colleague's draft. It is confirmed there, not from here."
                : "Added to " + view.name() + ", which was confirmed in Odoo in the meantime. Check that the vendor knows of these lines.";
    }

    /** The order as it is now; empty when it was cancelled or deleted, which is then kept as a rejection. */
    private Optional<OrderView> present(OutboxOrder order, @Nullable Reading read) throws GatewayException {
        Integer id = order.odooOrderId();
        if (read != null && id != null && read.order().id() == id) {
            return Optional.of(read.order());
        }
        Optional<OrderView> view = there(order);
        view.ifPresent(found -> store.keep(order.id(), found));
        return view;
    }

    /** The same, without keeping what was read. */
    private Optional<OrderView> there(OutboxOrder order) throws GatewayException {
        Integer id = order.odooOrderId();
        Optional<OrderView> view = id == null ? Optional.empty() : gateway.readOrder(id);
        if (view.isPresent() && !view.get().isCancelled()) {
            return view;
        }
        String reason = view.map(v -> v.name() + " was cancelled in Odoo.").orElse("The order was deleted in Odoo.");
        store.together(() -> {
            for (OutboxLine line : order.going()) {
                store.leave(line.id(), OutboxState.WITHDRAWN, reason, null);
            }
            store.move(order.id(), order.state(), OutboxState.WITHDRAWN, reason);
        });
        return Optional.empty();
    }
}
