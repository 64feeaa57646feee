/**
 * The audit trail: who did what, when and why.
 */
@NullMarked
package org.orderbench.desktop.journal;

import org.jspecify.annotations.NullMarked;
