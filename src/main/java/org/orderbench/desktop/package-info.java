/**
 * The window: shell, screens and their models. Screens never import each other; the shell does.
 */
@NullMarked
package org.orderbench.desktop;

import org.jspecify.annotations.NullMarked;
