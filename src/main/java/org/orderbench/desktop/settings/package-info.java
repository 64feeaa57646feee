/**
 * Connection, appearance and the about box.
 */
@NullMarked
package org.orderbench.desktop.settings;

import org.jspecify.annotations.NullMarked;
