package org.orderbench.policy;

import java.util.Collection;

/** Judges open lines before they are decided, so that every decision names the version of the policy that its line was judged by. Safe for several threads. */
@FunctionalInterface
public interface Judge {

    /** Keeps a verdict on each of these lines that is open, by the policy as it is. Asks no server. */
    void judge(Collection<Long> lines);
}
