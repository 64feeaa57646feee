package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyStore;

/** The policy's versions and this machine's brake in the cache, each change in one transaction with its journal entry. Safe for several threads. */
public final class CachePolicy implements PolicyStore {

    private final Jdbi jdbi;
    private final CacheJournal journal;
    private final Clock clock;

    public CachePolicy(CacheDatabase database, Clock clock) {
        this.jdbi = database.jdbi();
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    /** A new installation takes the currency of the first company; until a sync has read one, it has none, and nothing can be evaluated. */
    @Override
    public Policy current() {
        return jdbi.inTransaction(handle -> newest(handle).orElseGet(() -> initial(handle)));
    }

    private Policy initial(Handle handle) {
        String currency = handle.select("select currency from company order by id limit 1").mapTo(String.class).findOne().orElse("");
        return Policy.initial(currency, clock.instant());
    }

    private static Optional<Policy> newest(Handle handle) {
        return handle.select("select body from policy_version order by version desc limit 1")
                .map((row, context) -> policy(row.getString(1)))
                .findOne();
    }

    @Override
    public List<Policy> history() {
        List<Policy> kept = jdbi.withHandle(handle -> handle.select("select body from policy_version order by version desc")
                .map((row, context) -> policy(row.getString(1)))
                .list());
        return kept.isEmpty() ? List.of(current()) : kept;
    }

    @Override
    public boolean change(Policy next) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            Policy before = newest(handle).orElseGet(() -> initial(handle));
            if (next.version() != before.version() + 1) {
                return false;
            }
            if (before.version() == 1) {
                insert(handle, before, "merge into");
            }
            insert(handle, next, "insert into");
            journal.append(handle, new JournalEntry.What(
                    next.by(), "policy-change", "policy version " + next.version(), next.reason(), write(before), write(next)));
            return true;
        });
    }

    private static void insert(Handle handle, Policy policy, String how) {
        handle.execute(
                how + " policy_version (version, made_by, made_at, reason, body) values (?, ?, ?, ?, ?)",
                policy.version(), policy.by(), policy.at(), policy.reason(), write(policy));
    }

    @Override
    public BrakeState brake() {
        return jdbi.withHandle(CachePolicy::brake);
    }

    private static BrakeState brake(Handle handle) {
        Optional<String> kept = handle.select("select body from local_brake").mapTo(String.class).findOne();
        if (kept.isEmpty()) {
            return new BrakeState.Released();
        }
        try {
            return PolicyJson.read(kept.get(), BrakeState.class);
        } catch (JsonProcessingException e) {
            return new BrakeState.Unreadable("The brake of this machine cannot be read from the cache. Release it once to write it anew.");
        }
    }

    @Override
    public void pull(BrakeState.Braked why) {
        move(why, why.by(), "brake-pull", why.words());
    }

    @Override
    public void release(String by, Instant at, String why) {
        move(new BrakeState.Released(), by, "brake-release", why);
    }

    @Override
    public void noteShared(String by, String why) {
        jdbi.useTransaction(handle -> journal.append(handle, new JournalEntry.What(by, "brake-release", "brake of all clients", why, null, null)));
    }

    private void move(BrakeState next, String by, String action, String why) {
        jdbi.useTransaction(handle -> {
            BrakeState before = brake(handle);
            String body = PolicyJson.write(next, BrakeState.class);
            handle.execute("merge into local_brake (only_row, body) values (true, ?)", body);
            journal.append(handle, new JournalEntry.What(by, action, "brake of this machine", why, PolicyJson.write(before, BrakeState.class), body));
        });
    }

    private static @Nullable String write(@Nullable Policy policy) {
        return policy == null ? null : PolicyJson.write(policy, Policy.class);
    }

    private static Policy policy(String json) {
        try {
            return PolicyJson.read(json, Policy.class);
        } catch (JsonProcessingException e) {
            throw new CacheException(
                    CacheException.Reason.DAMAGED,
                    "The policy in the cache cannot be read (" + e.getOriginalMessage() + "). Nothing is written unasked until it is set again.",
                    e);
        }
    }
}
