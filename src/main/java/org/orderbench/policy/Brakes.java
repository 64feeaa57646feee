package org.orderbench.policy;

import java.util.List;
import org.orderbench.replenish.Explanation.Figure;

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

    /** What is on, as figures of a check: the cause, and why in the words of whoever pulled it. */
    List<Figure> figures() {
        return switch (local instanceof BrakeState.Released ? shared : local) {
            case BrakeState.Released() -> List.of();
            case BrakeState.Braked braked -> List.of(
                    new Figure("cause", braked.cause().name(), "", CheckWords.NAME), new Figure("why", braked.words(), "", CheckWords.NAME));
            case BrakeState.Unreadable unreadable -> List.of(
                    new Figure("cause", "UNREADABLE", "", CheckWords.NAME), new Figure("why", unreadable.words(), "", CheckWords.NAME));
        };
    }

    /** What is on and why, in words for a person. */
    public String words() {
        if (!(local instanceof BrakeState.Released)) {
            return "The brake on this machine is on: " + local.describe();
        }
        return shared instanceof BrakeState.Released ? "No brake is on." : "The shared brake is on: " + shared.describe();
    }
}
