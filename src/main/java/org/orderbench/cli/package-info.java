/**
 * The command line: one class per command. It parses, calls a feature and prints; it decides nothing.
 */
@NullMarked
package org.orderbench.cli;

import org.jspecify.annotations.NullMarked;
