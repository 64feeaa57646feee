package org.orderbench.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sync being collected aside. Pages are on disk when {@link #stage} returns, so that a cut run goes on where it was; nothing is visible to planning
 * before {@link #land}. Staging different mirrors from several threads is safe.
 */
public interface MirrorRun {

    /** How far an earlier, cut run came with this mirror. */
    Optional<Staged> staged(Mirror mirror);

    /** Notes from which server time on the next incremental read has to start, before the first page is staged. */
    void start(Mirror mirror, @Nullable Instant readTo);

    /** Notes the same later, where only reading has told it. */
    void readTo(Mirror mirror, Instant readTo);

    /**
     * Keeps a page. Rows that came before, by id, are replaced.
     *
     * @param rows   values in the order of {@link Mirror#columns()}
     * @param lastId the greatest id read so far: where a cut run goes on
     */
    void stage(Mirror mirror, List<Object[]> rows, long lastId);

    /** All pages are there. @param replaces whether they are all there is, so that everything else goes */
    void complete(Mirror mirror, boolean replaces);

    /** Rows that are gone in Odoo. */
    void gone(Mirror mirror, long[] ids);

    /** The ids of what would be there after landing, ascending: what was there, and what was staged. */
    long[] ids(Mirror mirror);

    /** The ids staged in this run, ascending. */
    long[] stagedIds(Mirror mirror);

    /** Ids of vendors that staged or landed prices and orders name. */
    long[] vendorIds();

    /** Ids of active products which would share their code with another after landing. */
    long[] sharedCodes();

    /** Makes everything visible at once, or nothing. */
    void land(SyncReport report);

    /** Notes how a run ended that does not land. A full one is kept for being resumed. */
    void abandon(SyncReport report);

    /** @param lastId the greatest id staged; @param complete whether all pages are there */
    record Staged(long lastId, long rows, boolean complete) {}
}
