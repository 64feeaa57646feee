package org.orderbench.desktop.connect;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.OutboxActions;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Replays;
import org.orderbench.desktop.common.RoundScheduler;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.UpdatePlace;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.writeback.Outbox;
import org.orderbench.writeback.ReviewDesk;

/** As much of the services as signing in needs; whoever touches another part fails. */
record ServicesOf(Job sync, Job plan, Supplier<Situation> situation, Connector connector) {

    WorkbenchServices services() {
        return new WorkbenchServices(
                none(ProposalStore.class), none(ReviewDesk.class), sku -> Optional.empty(), List::of,
                new OutboxActions(none(Outbox.class), order -> Optional.empty(), List::of), sync, plan,
                progress -> "", List::of, situation, situation.get(), connector, () -> false, folder -> folder, false, Clock.systemUTC(), ZoneOffset.UTC, Locale.UK, "ana", "EUR",
                null, Preferences.inMemory(), none(Replays.class), null, none(RoundScheduler.class), none(UpdatePlace.class), null);
    }

    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            throw new AssertionError("Signing in does not ask " + method);
        }));
    }
}
