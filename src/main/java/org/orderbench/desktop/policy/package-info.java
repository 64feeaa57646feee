/**
 * The policy: slices with their evidence, ceilings with a try-out, history; the brake's card and the policy trace of one line. It shows and asks;
 * the policy desk decides what may be changed.
 */
@NullMarked
package org.orderbench.desktop.policy;

import org.jspecify.annotations.NullMarked;
