package org.orderbench.cache;

import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.orderbench.sync.Mirror;

/** Which records each mirror holds, read from {@code held_ids} when first asked for and written back by {@link #save}. All in the handle's transaction. */
final class HeldIds {

    private final Handle handle;
    private final Map<Mirror, IdSet> sets = new EnumMap<>(Mirror.class);

    HeldIds(Handle handle) {
        this.handle = handle;
    }

    IdSet of(Mirror mirror) {
        return sets.computeIfAbsent(mirror, each -> {
            IdSet set = new IdSet();
            handle.createQuery("select chunk, bits from held_ids where mirror = ?").bind(0, mirror.name())
                    .map((row, context) -> Map.entry(row.getInt(1), row.getBytes(2))).forEach(part -> set.put(part.getKey(), part.getValue()));
            return set;
        });
    }

    void save() {
        try (PreparedBatch batch = handle.prepareBatch("merge into held_ids (mirror, chunk, bits) key (mirror, chunk) values (?, ?, ?)")) {
            sets.forEach((mirror, set) -> set.takeChanged().forEach(chunk -> batch.add(mirror.name(), chunk, set.bits(chunk))));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
