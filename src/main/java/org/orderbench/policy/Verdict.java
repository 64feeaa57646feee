package org.orderbench.policy;

import org.orderbench.catalog.Quantity;

/**
 * What may be done with one open line.
 *
 * @param lineId the proposal line's id
 * @param quantity that was judged, in the product's own unit
 * @param level  how far it may go: its slice's level, lowered by what did not pass
 * @param action that level as something to do
 * @param trace  why
 */
public record Verdict(long lineId, Quantity quantity, AuthorityLevel level, Action action, PolicyTrace trace) {}
