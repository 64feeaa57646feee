package org.orderbench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.cache.CacheRecovery;
import org.orderbench.cli.Version;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooPurchasing;
import org.orderbench.odoo.OdooSession;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.Guard;
import org.orderbench.proposal.SettingsStore;
import org.orderbench.replenish.SettingName;
import org.orderbench.writeback.NoteWriter;
import org.orderbench.writeback.OutboxOrder;
import org.orderbench.writeback.Pusher;
import org.orderbench.writeback.Recovery;
import org.orderbench.writeback.Sender;
import org.orderbench.writeback.Tolerances;
import org.orderbench.writeback.Watcher;
import org.orderbench.writeback.Withdrawal;

/** What writes one profile's decisions into Odoo, and looks after what was written: the sending end of {@link Wiring}. */
public final class WritebackWiring {

    /** Orders under way in Odoo at a time. */
    private static final int AT_ONCE = 4;

    private final Wiring wiring;
    private final CacheDatabase database;
    private final CacheOutbox outboxStore;
    private final SettingsStore settings;

    WritebackWiring(Wiring wiring, CacheDatabase database, CacheOutbox outboxStore, SettingsStore settings) {
        this.wiring = wiring;
        this.database = database;
        this.outboxStore = outboxStore;
        this.settings = settings;
    }

    /** How far facts may move between decision and sending, as the company set it. */
    Tolerances tolerances() {
        Tolerances usual = Tolerances.DEFAULT;
        return new Tolerances(
                set(SettingName.SUPPLY_TOLERANCE).orElse(usual.supplyShare()), set(SettingName.PRICE_TOLERANCE).orElse(usual.priceShare()), usual.priceStep());
    }

    private Optional<BigDecimal> set(SettingName name) {
        return settings.list().stream().filter(setting -> setting.name() == name).findFirst().map(setting -> new BigDecimal(setting.value()));
    }

    /** What sends the queue into that Odoo; what nobody asked for only while no brake is on. */
    public Pusher pusher(OdooSession session) throws OdooException {
        OdooPurchasing gateway = new OdooPurchasing(session, Capabilities.of(session), wiring.clock().withZone(wiring.zone()));
        NoteWriter notes = new NoteWriter(wiring.zone(), Version.number());
        Sender sender = new Sender(gateway, outboxStore, tolerances(), notes, session.uid(), wiring.clock(), WritebackWiring::pause);
        Guard guard = wiring.guard(session);
        return new Pusher(gateway, outboxStore, sender, order -> held(order, guard), AT_ONCE);
    }

    /**
     * What happened in Odoo to the orders that were written from here, and those that were written from a cache that is lost: one sentence each,
     * for after a sync. Reads only.
     */
    public List<String> watch(OdooSession session) throws OdooException {
        OdooPurchasing gateway = new OdooPurchasing(session, Capabilities.of(session), wiring.clock().withZone(wiring.zone()));
        List<String> noticed = new ArrayList<>(new Recovery(gateway, new CacheRecovery(database, wiring.clock(), wiring.buyer()), session.uid()).recover());
        noticed.addAll(new Watcher(gateway, outboxStore).watch());
        return noticed;
    }

    /** Takes drafts of ours that nobody touched back out of Odoo. */
    public Withdrawal withdrawal(OdooSession session) throws OdooException {
        return new Withdrawal(new OdooPurchasing(session, Capabilities.of(session), wiring.clock().withZone(wiring.zone())), outboxStore, tolerances());
    }

    /** The brakes are read again before each order that nobody asked for; what people approved goes on. */
    private static @Nullable String held(OutboxOrder order, Guard guard) {
        if (!order.unasked()) {
            return null;
        }
        Brakes brakes = guard.brakes();
        return brakes.allowUnasked() ? null : brakes.words();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
