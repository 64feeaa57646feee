package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.OutboxStore.OutdatedException;

/** One push: binds what is queued into orders and brings every unfinished order as far as it goes. One push at a time. */
public final class Pusher {

    private final PurchaseGateway gateway;
    private final OutboxStore store;
    private final Sender sender;
    private final Gate gate;

    /** A pusher that nothing holds. */
    public Pusher(PurchaseGateway gateway, OutboxStore store, Sender sender) {
        this(gateway, store, sender, order -> null);
    }

    /** @param gate asked before each order is touched */
    public Pusher(PurchaseGateway gateway, OutboxStore store, Sender sender, Gate gate) {
        this.gateway = gateway;
        this.store = store;
        this.sender = sender;
        this.gate = gate;
    }

    /** Holds orders back, such as those that nobody asked for while a brake is on. */
    @FunctionalInterface
    public interface Gate {
        /** @return why the order stays as it is for now, in words for a person; null if it may go on */
        @Nullable String holds(OutboxOrder order);
    }

    /** Hears how far a push has come. */
    @FunctionalInterface
    public interface Progress {
        /** @return false to stop after the present order; the rest stays queued */
        boolean at(int done, int of, String label);
    }

    public PushReport push() {
        return push((done, of, label) -> true);
    }

    /** Nothing is lost whatever happens on the way: what could not be done stays in the outbox, and the report says so. */
    public synchronized PushReport push(Progress progress) {
        Tally tally = new Tally();
        try {
            gateway.ping();
        } catch (GatewayException e) {
            tally.messages.add(e.words());
            return tally.report(store.unfinished().size());
        }
        store.bind();
        List<Long> orders = store.unfinished();
        int done = 0;
        boolean offline = false;
        for (long id : orders) {
            Optional<OutboxOrder> before = find(id);
            if (before.isEmpty()) {
                done++;
                continue;
            }
            if (!progress.at(done, orders.size(), before.get().label())) {
                break;
            }
            String held = gate.holds(before.get());
            if (held != null) {
                tally.messages.add(before.get().label() + " is held. " + held);
                done++;
                continue;
            }
            Sender.Progress came = send(id);
            find(id).ifPresent(after -> tally.count(before.get(), after));
            if (came == Sender.Progress.OFFLINE) {
                offline = true;
                break;
            }
            done++;
        }
        if (!offline) {
            sender.sweep();
        }
        return tally.report((int) orders.stream().filter(id -> find(id).filter(order -> OutboxMoves.isUnfinished(order.state())).isPresent()).count());
    }

    private Sender.Progress send(long id) {
        try {
            return sender.send(id);
        } catch (OutdatedException e) {
            return Sender.Progress.LATER;
        }
    }

    private Optional<OutboxOrder> find(long id) {
        try {
            return Optional.of(store.order(id));
        } catch (OutdatedException e) {
            return Optional.empty();
        }
    }

    private static final class Tally {
        private int written;
        private int settled;
        private int person;
        private final List<String> messages = new ArrayList<>();

        void count(OutboxOrder before, OutboxOrder after) {
            boolean linesNeedOne = after.lines().stream().anyMatch(line -> line.apart() == OutboxState.CONFLICT || line.apart() == OutboxState.PARKED);
            switch (after.state()) {
                case NOTED -> {
                    if (before.state() == OutboxState.QUEUED) {
                        written++;
                    } else {
                        settled++;
                    }
                }
                case ADOPTED, WITHDRAWN -> settled++;
                case CONFLICT, PARKED -> person++;
                case QUEUED, SENDING, DRAFTED, CONFIRMING, CONFIRMED, DOUBTFUL -> {
                    // counted as waiting, from the store
                }
            }
            if (linesNeedOne && after.state() != OutboxState.CONFLICT && after.state() != OutboxState.PARKED) {
                person++;
            }
            messages.add(PushWords.of(after));
        }

        PushReport report(int waiting) {
            return new PushReport(written, settled, waiting, person, messages);
        }
    }
}
