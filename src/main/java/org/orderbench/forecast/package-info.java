/**
 * The distribution of demand summed over the days ahead, or the reason why there is none.
 *
 * <p>Pure and deterministic: the same history and seed give the same answer. It may not know stock, suppliers or stores.
 */
@NullMarked
package org.orderbench.forecast;

import org.jspecify.annotations.NullMarked;
