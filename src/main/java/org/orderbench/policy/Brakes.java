package org.orderbench.policy;

/**
 * The two brakes: the one on this machine, and the one that all clients share.
 */
public record Brakes(BrakeState local, BrakeState shared) {

    /** Both are released. For tests and try-outs. */
    public static final Brakes RELEASED = new Brakes(new BrakeState.Released(), new BrakeState.Released());

    /** Only if both were read and both are released. */
    public boolean allowUnasked() {
        return local instanceof BrakeState.Released && shared instanceof BrakeState.Released;
    }

    /** What is on and why, in words for a person. */
    public String words() {
        if (!(local instanceof BrakeState.Released)) {
            return "The brake on this machine is on: " + local.describe();
        }
        return shared instanceof BrakeState.Released ? "No brake is on." : "The shared brake is on: " + shared.describe();
    }
}
