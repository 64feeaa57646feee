/**
 * Where buyers decide: proposals in a grid, one line per SKU, grouped by vendor. It may not know how a decision reaches Odoo.
 */
@NullMarked
package org.orderbench.desktop.review;

import org.jspecify.annotations.NullMarked;
