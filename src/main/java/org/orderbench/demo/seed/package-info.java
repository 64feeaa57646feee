/**
 * Fills the demo Odoo: real products and real demand, made-up vendors, prices, orders and stock. The same seed and day give the same company.
 */
@NullMarked
package org.orderbench.demo.seed;

import org.jspecify.annotations.NullMarked;
