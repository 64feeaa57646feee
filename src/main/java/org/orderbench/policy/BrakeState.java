package org.orderbench.policy;

import java.time.Instant;

/** A brake as it was read. All but {@link Released} stop unasked writing; what a person approves is written all the same. */
public sealed interface BrakeState {

    record Released() implements BrakeState {}

    /**
     * @param words why, with the figures
     * @param by    who pulled it: a user's name, or {@code agent}
     */
    record Braked(BrakeCause cause, String words, String by, Instant at) implements BrakeState {}

    /** It could not be read, which counts as pulled. */
    record Unreadable(String words) implements BrakeState {}

    /** Why, in words for a person. */
    default String describe() {
        return switch (this) {
            case Released() -> "released";
            case Braked(BrakeCause cause, String words, String by, Instant at) -> words + " (" + by + ", " + at + "). " + cause.lifting();
            case Unreadable(String words) -> words;
        };
    }
}
