package org.orderbench.demo.orm;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/**
 * All models and records of one demo Odoo. Calls that read run side by side, a call that writes runs alone; a writing call sees what was
 * committed after it arrived, and can ask ({@link Env#committedMeanwhile}), which is how concurrent imports of one key conflict as
 * they do in PostgreSQL.
 */
public final class Database {

    private final OdooVersion version;
    private final Clock clock;
    private final Map<String, Model> models;
    private final Map<String, XmlId> xmlIds = new HashMap<>();
    private final Map<String, XmlId> undoneXmlIds = new HashMap<>();
    private final Map<String, Set<String>> namesOf = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile long commits;

    public Database(OdooVersion version, Clock clock) {
        this.version = version;
        this.clock = clock;
        this.models = new Schema(version).models();
        models.values().forEach(Crud::install);
    }

    public OdooVersion version() {
        return version;
    }

    public Clock clock() {
        return clock;
    }

    public Map<String, Model> models() {
        return models;
    }

    /**
     * @throws OdooError if this version, or this company, has no such model
     */
    public Model model(String name) {
        Model model = models.get(name);
        if (model == null) {
            throw new OdooError(OdooError.Kind.NO_MODEL, "Object " + name + " doesn't exist");
        }
        return model;
    }

    public @Nullable XmlId xmlId(String name) {
        return xmlIds.get(name);
    }

    Set<String> xmlIdsOf(String model, int id) {
        return new HashSet<>(namesOf.getOrDefault(model + ":" + id, Set.of()));
    }

    /**
     * What a look-up of an external ID answers. As in Odoo, the server has noted keys that an import made, and goes on answering them when that import was
     * undone, until its notes are thrown away.
     */
    public @Nullable XmlId noted(String name) {
        XmlId undone = undoneXmlIds.get(name);
        return undone == null ? xmlId(name) : undone;
    }

    void misremember(String name, XmlId undone) {
        undoneXmlIds.put(name, undone);
    }

    /** What Odoo does when a record with an external ID is deleted, or a user's language or time zone is written. */
    public void throwNotesAway() {
        undoneXmlIds.clear();
    }

    /** For the seed and {@link Transaction}. */
    public void putXmlId(String name, @Nullable XmlId target) {
        undoneXmlIds.remove(name);
        XmlId before = target == null ? xmlIds.remove(name) : xmlIds.put(name, target);
        if (before != null) {
            namesOf.getOrDefault(before.model() + ":" + before.id(), new HashSet<>()).remove(name);
        }
        if (target != null) {
            namesOf.computeIfAbsent(target.model() + ":" + target.id(), key -> new HashSet<>()).add(name);
        }
    }

    /** The number of committed transactions: what a call remembers of the moment at which it arrived. */
    public long snapshot() {
        return commits;
    }

    long nextCommit() {
        return commits + 1;
    }

    /** Fills the empty database, before anybody calls: as the system, without a way back. */
    public void plant(Consumer<Env> work) {
        lock.writeLock().lock();
        try {
            work.accept(new Env(this, Env.SYSTEM, Context.EMPTY, new Transaction(this, false), clock.millis(), commits));
            commits = nextCommit();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Runs a reading call. */
    public <T extends @Nullable Object> T read(int uid, Context context, Function<Env, T> work) {
        lock.readLock().lock();
        try {
            return work.apply(new Env(this, uid, context, null, clock.millis(), commits));
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Runs a writing call: commits when it returns, undoes everything when it throws.
     *
     * @param snapshot {@link #snapshot()} when the call arrived
     */
    public <T extends @Nullable Object> T write(int uid, Context context, long snapshot, Function<Env, T> work) {
        lock.writeLock().lock();
        Transaction transaction = new Transaction(this, true);
        boolean done = false;
        try {
            T result = work.apply(new Env(this, uid, context, transaction, clock.millis(), snapshot));
            done = true;
            return result;
        } finally {
            if (done) {
                commits = nextCommit();
            } else {
                transaction.rollbackTo(0);
            }
            lock.writeLock().unlock();
        }
    }
}
