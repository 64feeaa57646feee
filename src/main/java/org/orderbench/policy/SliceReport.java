package org.orderbench.policy;

import org.jspecify.annotations.Nullable;
import org.orderbench.forecast.Tracking;

/**
 * One slice as it stands.
 *
 * @param place     its place in the order of precedence, from 1
 * @param openLines open lines that belong to it now
 * @param agreement over the policy's window
 * @param tracking  the tracking signal of its forecasts; null while there is too little to tell
 * @param errors    how its forecasts of the last weeks did, by value; null where none could be compared yet
 * @param promotion whether it has earned the next level
 * @param above     what the next level would have done with the lines of the last month; null at the highest level
 */
public record SliceReport(
        int place, Slice slice, int openLines, Agreement agreement, @Nullable Double tracking, Tracking.@Nullable Score errors, Promotion promotion,
        @Nullable TryOut above) {}
