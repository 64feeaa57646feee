package org.orderbench.demo.orm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/**
 * What a call works in: who asks, in which context, at what time, on which data.
 *
 * @param uid         who asks; 1 is the system itself, which may do everything
 * @param transaction null for a call that only reads
 * @param now         the time of the transaction, epoch milliseconds
 * @param snapshot    {@link Database#snapshot()} when the call arrived
 */
public record Env(Database database, int uid, Context context, @Nullable Transaction transaction, long now, long snapshot) {

    /** The user that passes every check. */
    public static final int SYSTEM = 1;

    public OdooVersion version() {
        return database.version();
    }

    public Model model(String name) {
        return database.model(name);
    }

    public boolean has(String model) {
        return database.models().containsKey(model);
    }

    public Row row(String model, int id) {
        return new Row(this, model(model), id);
    }

    /** The same call with all rights. */
    public Env asSystem() {
        return new Env(database, SYSTEM, context, transaction, now, snapshot);
    }

    public Env with(String key, @Nullable Object value) {
        return new Env(database, uid, context.with(key, value), transaction, now, snapshot);
    }

    Transaction writing() {
        if (transaction == null) {
            throw new IllegalStateException("This call was registered as one that only reads");
        }
        return transaction;
    }

    /** Whether another transaction committed this external ID after this call arrived. */
    boolean committedMeanwhile(String xmlId) {
        XmlId target = database.xmlId(xmlId);
        return target != null && target.commit() > snapshot;
    }

    public void setXmlId(String name, String model, int id, boolean noupdate) {
        writing().setXmlId(name, new XmlId(model, id, noupdate, database.nextCommit()));
    }

    /** The record that an external ID names, or 0. */
    public int ref(String xmlId) {
        XmlId target = database.xmlId(xmlId);
        return target == null ? 0 : target.id();
    }

    public int[] search(String model, List<?> domain) {
        return new Search(this, model(model), domain).ids();
    }

    public int create(String model, Map<String, ? extends @Nullable Object> values) {
        return new Writer(this, model(model)).create(values);
    }

    public void write(String model, int[] ids, Map<String, ? extends @Nullable Object> values) {
        new Writer(this, model(model)).write(ids, values);
    }

    public void unlink(String model, int[] ids) {
        new Writer(this, model(model)).unlink(ids);
    }

    /** As PostgreSQL does when the record goes that these hang on: Odoo does not notice, and their external IDs stay, naming nothing. */
    public void cascade(String model, int[] ids) {
        for (int id : ids) {
            writing().remove(model(model), id, true);
        }
    }
}
