/**
 * What leaves the window as files: the grid as a spreadsheet, a session's decisions as a page to print, a chart as a picture. It may not know where the
 * figures come from.
 */
@NullMarked
package org.orderbench.desktop.export;

import org.jspecify.annotations.NullMarked;
