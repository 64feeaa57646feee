package org.orderbench.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.MirrorStore;
import org.orderbench.sync.SyncMode;

/** The mirror of Odoo in H2. */
public final class MirrorJdbcStore implements MirrorStore {

    /** How much longer than wanted moves are kept, so that not every sync writes the whole history anew. */
    private static final Duration TRIM_LATE = Duration.ofDays(30);

    private final CacheDatabase database;
    private final Jdbi jdbi;

    public MirrorJdbcStore(CacheDatabase database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Instant> readTo(Mirror mirror) {
        return jdbi.withHandle(h -> h.createQuery("select read_to from sync_state where mirror = ? and read_to is not null").bind(0, mirror.name()).mapTo(Instant.class).findOne());
    }

    @Override
    public MirrorRun begin(SyncMode mode, Instant now, Instant resumeSince, Instant historyFrom) {
        boolean full = mode == SyncMode.FULL;
        long id = jdbi.inTransaction(h -> h.createUpdate("insert into sync_run (started_at, full_read) values (?, ?)")
                .bind(0, now).bind(1, full).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        boolean resumes = jdbi.withHandle(h -> {
            boolean cut = full && h.createQuery("select count(*) from stage_run where full_read and started_at >= ?").bind(0, resumeSince).mapTo(Long.class).one() > 0;
            if (!cut) {
                clearStage(h);
            }
            if (!cut && full) {
                h.execute("insert into stage_run (full_read, started_at) values (true, ?)", now);
            }
            return cut;
        });
        MirrorJdbcRun run = new MirrorJdbcRun(database, id, full, historyFrom, TRIM_LATE);
        if (resumes) {
            run.resume();
        }
        return run;
    }

    /** The row of {@code stage_run} goes first: while it is there, what is staged counts as a run to go on with. */
    static void clearStage(Handle handle) {
        handle.execute("delete from stage_run");
        if (handle.createQuery("select exists (select 1 from stage_mirror) or exists (select 1 from stage_page)").mapTo(Boolean.class).one()) {
            handle.execute("truncate table stage_mirror");
            handle.execute("truncate table stage_stretch");
            handle.execute("truncate table stage_page");
        }
    }
}
