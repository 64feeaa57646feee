package org.orderbench.policy;

/**
 * What may be done with one open line.
 *
 * @param lineId the proposal line's id
 * @param level  how far it may go: its slice's level, lowered by what did not pass
 * @param action that level as something to do
 * @param trace  why
 */
public record Verdict(long lineId, AuthorityLevel level, Action action, PolicyTrace trace) {}
