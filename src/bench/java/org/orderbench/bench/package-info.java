/**
 * Benchmarks that anybody can run: {@code mvn -Pbench -Dbench=CLASS}. Each is a main class which prints medians and ratios against a named peer
 * or limit that it measures in the same run, and never fails for being slow.
 */
@NullMarked
package org.orderbench.bench;

import org.jspecify.annotations.NullMarked;
