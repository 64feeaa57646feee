/**
 * The forecasting methods, one small class each, with its source: a history of buckets in, one path of expected demand out.
 *
 * <p>A method knows nothing of the others, of calendars or of errors. It is deterministic, and scaling the history scales its path.
 */
@NullMarked
package org.orderbench.forecast.method;

import org.jspecify.annotations.NullMarked;
