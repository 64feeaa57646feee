/**
 * What purchasing people name: SKUs, units, prices, stock, orders. Records without dependencies.
 *
 * <p>Decides nothing but the arithmetic of its own values (unit conversion, rounding to a pack). It may not know where a value came
 * from, how it is stored, or what anybody does with it: no other package of the program is visible from here.
 */
@NullMarked
package org.orderbench.catalog;

import org.jspecify.annotations.NullMarked;
