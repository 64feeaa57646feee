/**
 * From what left the shelf to demand: returns, stock-outs, one-offs, each a named rule.
 *
 * <p>Pure: arrays and records in, arrays and records out. It may not know stores, servers or windows.
 */
@NullMarked
package org.orderbench.demand;

import org.jspecify.annotations.NullMarked;
