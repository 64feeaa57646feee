/**
 * The first start: which Odoo, as whom, and the first reading of its data; or the demo. Also where somebody signs in again whose key has ended.
 */
@NullMarked
package org.orderbench.desktop.connect;

import org.jspecify.annotations.NullMarked;
