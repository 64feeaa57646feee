package org.orderbench.proposal;

import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * What somebody who saw the list before wants to be told of an open line. "Before" is the last plan of an earlier day: what was on the table yesterday,
 * however often was planned since.
 *
 * @param fresh   the SKU was not proposed before
 * @param before  what was proposed before, where it differs from what is proposed now; null where it doesn't, and for fresh lines
 * @param lapsed  what a buyer had typed into an earlier plan's line and what no longer stands, because the facts changed since; null if nothing
 * @param putBack it had been approved, then the facts changed before it was sent, and it was put back for a new decision
 */
public record LineNews(boolean fresh, @Nullable Quantity before, @Nullable Quantity lapsed, boolean putBack) {

    /** Nothing to tell. */
    public static final LineNews NONE = new LineNews(false, null, null, false);
}
