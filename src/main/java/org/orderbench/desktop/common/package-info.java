/**
 * What every screen needs: the services they call, background work, words and number forms, small shared nodes. It knows no screen.
 */
@NullMarked
package org.orderbench.desktop.common;

import org.jspecify.annotations.NullMarked;
