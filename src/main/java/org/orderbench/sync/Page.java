package org.orderbench.sync;

import java.util.List;

/**
 * What came of one request.
 *
 * @param ids  of the records that came, ascending; none where what is kept are no single records
 * @param rows what is kept of them, values in the order of {@link Mirror#columns()}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; an object for each of millions of ids would cost more than all else
public record Page(long[] ids, List<Object[]> rows) {}
