/**
 * How fast a sync is, beside a bare HTTP client that fetches the same pages and throws them away: {@code mvn -Pbench}. Not part of the program.
 *
 * <p>Claims about speed come from here, as ratios; tests hold no timed assertion.
 */
@NullMarked
package org.orderbench.bench;

import org.jspecify.annotations.NullMarked;
