/**
 * The window's frame: navigation, status, notices and overlays. It alone knows all screens and passes what one tells the other.
 */
@NullMarked
package org.orderbench.desktop.shell;

import org.jspecify.annotations.NullMarked;
