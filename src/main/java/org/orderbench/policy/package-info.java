/**
 * Slices, authority levels, ceilings and the brake: what the agent may do unasked, which at first is nothing.
 *
 * <p>Decides by what it can evaluate and refuses what it cannot. It may not write anything anywhere.
 */
@NullMarked
package org.orderbench.policy;

import org.jspecify.annotations.NullMarked;
