package org.orderbench.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where proposals are kept. Implemented by the cache. Safe for several threads. */
public interface ProposalStore {

    /**
     * Keeps a new plan. Lines of earlier plans that nobody decided become {@link LineState#SUPERSEDED}; decided ones stay. A SKU whose line was
     * rejected, is snoozed, or was approved on the same {@link LineBasis} is not proposed again: its new line is not kept.
     */
    void save(Plan plan);

    /** Proposals with their lines that are open, approved and not yet sent, rejected or snoozed in the newest plan; by vendor, then SKU code. */
    List<Proposal> current();

    /** When the newest plan was made; empty before the first. */
    Optional<Instant> plannedAt();

    /** Every SKU as the newest plan saw it, by code. */
    List<SkuStatus> statuses();

    /**
     * The beginning of {@link #current}, for a screen to show while the rest is read: so many lines, of as many proposals as that takes. Of the last one lines may
     * be missing, and where codes changed since the plan, others may come first.
     */
    List<Proposal> beginning(int lines);

    /** What the newest plan left out. */
    List<PlanException> exceptions();

    Optional<ProposalLine> line(long id);

    /** What is new about the newest plan's open lines, by line id; lines without news are absent. */
    Map<Long, LineNews> news();
}
