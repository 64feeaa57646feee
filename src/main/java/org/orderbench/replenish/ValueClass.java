package org.orderbench.replenish;

/** The value half of the ABC/XYZ classes: A for the few products that carry most of the yearly value, C for the many that carry little. */
public enum ValueClass {
    A,
    B,
    C
}
