package org.orderbench.sync;

/**
 * How many records there are and what their ids are on average: together as good as the list of ids, at the price of a count.
 *
 * @param averageId 0 where there are none
 */
public record Census(long count, double averageId) {

    public static Census of(long count, long sumOfIds) {
        return new Census(count, count == 0 ? 0 : (double) sumOfIds / count);
    }

    boolean isLike(Census other) {
        return count == other.count && Math.abs(averageId - other.averageId) * count < 0.25;
    }
}
