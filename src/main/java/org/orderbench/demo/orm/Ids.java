package org.orderbench.demo.orm;

import java.util.Arrays;

/** A growing list of record ids, kept in ascending order. */
final class Ids {

    private int[] values = new int[2];
    private int size;

    void add(int id) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        if (size > 0 && values[size - 1] > id) {
            int at = -Arrays.binarySearch(values, 0, size, id) - 1;
            if (at < 0) {
                return;
            }
            System.arraycopy(values, at, values, at + 1, size - at);
            values[at] = id;
        } else {
            values[size] = id;
        }
        size++;
    }

    void remove(int id) {
        int at = Arrays.binarySearch(values, 0, size, id);
        if (at >= 0) {
            System.arraycopy(values, at + 1, values, at, size - at - 1);
            size--;
        }
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
