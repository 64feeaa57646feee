package org.orderbench.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sync on its way into the mirror: nothing of it is visible to planning before {@link #land}. The pages of a full read are on disk soon after {@link #stage}
 * returns, and at the latest when it is abandoned, so that a cut run goes on about where it was. For one thread at a time.
 */
public interface MirrorRun {

    /** From when on done moves are held after this run: up to a month longer than was asked for, so that not every sync writes the whole history anew. */
    Instant movesFrom();

    /** How far an earlier, cut run came with this mirror. */
    Optional<Staged> staged(Mirror mirror);

    /**
     * Before the first page of a mirror.
     *
     * @param readTo    from which server time on the next incremental read has to start
     * @param replaces  whether what comes is all there is, so that everything else goes
     * @param stretches in which it will come
     */
    void start(Mirror mirror, @Nullable Instant readTo, boolean replaces, List<Stretch> stretches);

    /** Notes the time later, where only reading has told it. */
    void readTo(Mirror mirror, Instant readTo);

    /** Readies a page for {@link #stage}: the work that needs no store. From any thread. */
    Prepared prepare(Mirror mirror, Page page);

    /** Keeps a page. Rows that came before, by id, are replaced. */
    void stage(Mirror mirror, Stretch stretch, Prepared page);

    /** All pages are there. */
    void complete(Mirror mirror);

    /** Rows that are gone in Odoo. */
    void gone(Mirror mirror, long[] ids);

    /** Of the records that are there after landing: those with ids after the first and up to the second. */
    Census census(Mirror mirror, long after, long upTo);

    /** Their ids, ascending. */
    long[] ids(Mirror mirror, long after, long upTo);

    /** Ids of vendors that prices and orders name. */
    long[] vendorIds();

    /** Those among them that have no row. */
    long[] missingVendorIds();

    /** Ids of active products which share their code with another. */
    long[] sharedCodes();

    /** Makes everything visible at once, or nothing. */
    void land(SyncReport report);

    /** Notes how a run ended that does not land. A full one is kept for being resumed. */
    void abandon(SyncReport report);

    /** A page in the store's own form. */
    interface Prepared {}

    /** @param left what of each stretch has not come; @param complete whether all pages are there */
    record Staged(List<Stretch> left, long rows, boolean complete) {}
}
