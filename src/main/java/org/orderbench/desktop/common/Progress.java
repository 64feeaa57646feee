package org.orderbench.desktop.common;

/** What a running job tells, and is told. Safe for any thread. */
public interface Progress {

    /**
     * @param step     what is being done, for the buyer: "Reading stock"
     * @param fraction how much of all the work is done, 0 to 1; negative when nobody knows
     */
    void at(String step, double fraction);

    /** Whether the user asked to stop: a job looks here between steps that may be left alone. */
    boolean cancelled();
}
