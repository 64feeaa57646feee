/**
 * Every SKU, whether something is to be ordered or not: stock, cover, forecast, class. The shell shows the chosen one in depth beside it.
 */
@NullMarked
package org.orderbench.desktop.skus;

import org.jspecify.annotations.NullMarked;
