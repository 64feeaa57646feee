package org.orderbench.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a person looks at before changing the policy.
 *
 * @param slices  in order of precedence
 * @param history every version, newest first
 * @param choices what slices can be made of
 * @param rights  of the Odoo user at the latest sign-in; null if never read
 * @param rule    who may change the policy
 */
public record PolicyOverview(
        Policy policy, List<SliceReport> slices, List<Policy> history, Choices choices, GuidedStart start, @Nullable UserRights rights, ChangeRule rule) {

    public PolicyOverview {
        slices = List.copyOf(slices);
        history = List.copyOf(history);
    }

    /** Whether a slice may write without a person asking for it. */
    public boolean hasAuthority() {
        return policy.slices().stream().anyMatch(slice -> slice.level().writesUnasked());
    }
}
