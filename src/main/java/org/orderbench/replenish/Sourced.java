package org.orderbench.replenish;

/**
 * A setting with where it came from, so that a buyer can find the place to change it.
 *
 * @param source in the buyer's words, such as {@code default of class AX} or {@code set for vendor Lights Ltd}
 */
public record Sourced<T>(T value, String source) {}
