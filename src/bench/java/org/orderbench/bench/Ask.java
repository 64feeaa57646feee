package org.orderbench.bench;

import java.util.List;
import java.util.Map;

/**
 * One call that a sync made, as it was made.
 *
 * @param thread which of the sync's threads made it: calls of one thread follow each other, those of several overlap
 * @param nanos  from asking to the last value read
 * @param rows   how many records came
 */
record Ask(String thread, String model, String method, List<?> args, Map<String, ?> kwargs, long startedAt, long nanos, long rows) {}
