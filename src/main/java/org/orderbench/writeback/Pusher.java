package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.OutboxStore.OutdatedException;

/** One push: binds what is queued into orders and brings every unfinished order as far as it goes, a few at once. One push at a time. */
public final class Pusher {

    private final PurchaseGateway gateway;
    private final OutboxStore store;
    private final Sender sender;
    private final Gate gate;
    private final Lanes lanes;

    /** A pusher that nothing holds. */
    public Pusher(PurchaseGateway gateway, OutboxStore store, Sender sender) {
        this(gateway, store, sender, order -> null);
    }

    /** One order after the other. @param gate asked before each order is touched */
    public Pusher(PurchaseGateway gateway, OutboxStore store, Sender sender, Gate gate) {
        this(gateway, store, sender, gate, 1);
    }

    /** @param atOnce orders under way at a time: none of them has anything in common with another */
    public Pusher(PurchaseGateway gateway, OutboxStore store, Sender sender, Gate gate, int atOnce) {
        this.gateway = gateway;
        this.store = store;
        this.sender = sender;
        this.gate = gate;
        this.lanes = new Lanes(atOnce);
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
        /** @return false to begin no other order; the rest stays queued */
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
        List<Long> ids = store.unfinished();
        List<OutboxOrder> orders = ids.stream().map(this::find).flatMap(Optional::stream).toList();
        sender.expect(orders);
        Run run = new Run(orders.size(), progress, tally);
        lanes.run(Lanes.apart(orders), run::send);
        if (!run.offline) {
            sender.sweep();
        }
        return tally.report((int) ids.stream().filter(id -> find(id).filter(order -> OutboxMoves.isUnfinished(order.state())).isPresent()).count());
    }

    /** The orders of one push, several at a time. */
    private final class Run {
        private final int of;
        private final Progress progress;
        private final Tally tally;
        private int done;
        private boolean stopped;
        private volatile boolean offline;

        Run(int of, Progress progress, Tally tally) {
            this.of = of;
            this.progress = progress;
            this.tally = tally;
        }

        /** @return false when the rest is to be left alone */
        boolean send(OutboxOrder before) {
            if (!begins(before)) {
                return false;
            }
            String held = gate.holds(before);
            if (held != null) {
                tally.say(before.label() + " is held. " + held);
                return ended(false);
            }
            Sender.Progress came = Pusher.this.send(before.id());
            find(before.id()).ifPresent(after -> tally.count(before, after));
            return ended(came == Sender.Progress.OFFLINE);
        }

        private synchronized boolean begins(OutboxOrder order) {
            stopped = stopped || !progress.at(done, of, order.label());
            return !stopped;
        }

        private synchronized boolean ended(boolean nobodyAnswers) {
            done++;
            offline = offline || nobodyAnswers;
            stopped = stopped || nobodyAnswers;
            return !stopped;
        }
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

        synchronized void say(String message) {
            messages.add(message);
        }

        synchronized void count(OutboxOrder before, OutboxOrder after) {
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
