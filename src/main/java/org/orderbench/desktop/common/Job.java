package org.orderbench.desktop.common;

/** Work that takes a while: reading from Odoo, planning, sending. Runs on a background thread. */
@FunctionalInterface
public interface Job {

    /**
     * Does the work.
     *
     * @param progress told how far the work is; asked whether the user wants it to stop
     * @return what was done, in a sentence for the buyer
     * @throws Exception whose message says, in the buyer's words, what went wrong and what to do next
     */
    String run(Progress progress) throws Exception;
}
