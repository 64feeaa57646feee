package org.orderbench.demo;

import java.time.Duration;

/** Something that goes wrong with one call on purpose. */
public sealed interface Fault {

    /** The answer comes late; the work is done. */
    record Delay(Duration time) implements Fault {}

    /** The connection is cut before the request is looked at: nothing is done. */
    record CutBefore() implements Fault {}

    /** The work is done and committed, then the connection is cut without an answer. */
    record CutAfterCommit() implements Fault {}

    /** The work is done; half of the answer comes, then the connection is cut. */
    record Truncated() implements Fault {}

    /** The work is done; the answer is noise. */
    record Garbage() implements Fault {}

    /** Nothing is done; a web page comes, as from a proxy or a sign-in portal. */
    record Html() implements Fault {}

    /**
     * A bare HTTP status, as from a proxy.
     *
     * @param done whether the work was done all the same
     */
    record Status(int code, boolean done) implements Fault {}

    /** The work is done and committed, then a fault says that it was not. */
    record FaultAfterCommit() implements Fault {}

    /** The work is done and committed, then the answer turns out to be None, which XML-RPC cannot carry. */
    record NoneAfterCommit() implements Fault {}

    /** An import loses a race: nothing is done, the answer says {@code could not serialize}. Only for {@code load}. */
    record SerializationLoser() implements Fault {}

    /** The work is done; the answer comes a few bytes at a time. */
    record SlowDrip(int bytesAtATime, Duration pause) implements Fault {}
}
