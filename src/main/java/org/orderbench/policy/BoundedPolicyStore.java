package org.orderbench.policy;

import java.time.Instant;
import java.util.List;

/** A policy's store within an administrator's bounds: whatever was kept before or is changed now, the current policy does not go beyond them. */
public final class BoundedPolicyStore implements PolicyStore {

    private final PolicyStore kept;
    private final PolicyBounds bounds;

    public BoundedPolicyStore(PolicyStore kept, PolicyBounds bounds) {
        this.kept = kept;
        this.bounds = bounds;
    }

    @Override
    public Policy current() {
        return bounds.apply(kept.current());
    }

    @Override
    public List<Policy> history() {
        return kept.history();
    }

    @Override
    public boolean change(Policy next) {
        return kept.change(bounds.apply(next));
    }

    @Override
    public BrakeState brake() {
        return kept.brake();
    }

    @Override
    public void pull(BrakeState.Braked why) {
        kept.pull(why);
    }

    @Override
    public void release(String by, Instant at, String why) {
        kept.release(by, at, why);
    }

    @Override
    public void noteShared(String by, String why) {
        kept.noteShared(by, why);
    }
}
