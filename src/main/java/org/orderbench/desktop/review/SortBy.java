package org.orderbench.desktop.review;

/** One of the columns that lines are sorted by. */
record SortBy(Column column, boolean descending) {}
