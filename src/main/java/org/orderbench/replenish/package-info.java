/**
 * Supply projection, supplier choice and the orderable quantity: one named rule each, and the explanation that they leave behind.
 *
 * <p>Pure. It decides how much of what to buy from whom, and may not know who approves it or how it is sent.
 */
@NullMarked
package org.orderbench.replenish;

import org.jspecify.annotations.NullMarked;
