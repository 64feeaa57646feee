package org.orderbench.policy;

/**
 * How much a SKU matters and how steadily it moves.
 *
 * @param abc by its share of the yearly consumption value
 * @param xyz by the variation of its weekly demand
 */
public record DemandClass(Abc abc, Xyz xyz) {

    /** A: the SKUs that make up the first 80 % of the value; B: up to 95 %; C: the rest. */
    public enum Abc {
        A,
        B,
        C
    }

    /** By the coefficient of variation of weekly demand. X: at most 0.5; Y: at most 1; Z: above. */
    public enum Xyz {
        X,
        Y,
        Z
    }
}
