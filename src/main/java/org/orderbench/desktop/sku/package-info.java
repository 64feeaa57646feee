/**
 * One SKU in depth: its demand, forecast and stock as a picture, and why this quantity.
 */
@NullMarked
package org.orderbench.desktop.sku;

import org.jspecify.annotations.NullMarked;
