package org.orderbench.forecast;

/**
 * A stretch of buckets ahead whose total is forecast: buckets {@code from} (inclusive) to {@code to} (exclusive), 0 being the first one ahead.
 */
record Window(int from, int to) {

    static Window first(int buckets) {
        return new Window(0, buckets);
    }

    int length() {
        return to - from;
    }

    double sumOf(double[] path) {
        double sum = 0;
        for (int h = from; h < to; h++) {
            sum += path[h];
        }
        return sum;
    }
}
