package org.orderbench.writeback;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The draft shield: whom an order is assigned to. Odoo's scheduler adds its own lines to a draft of the same vendor, company, picking type and
 * currency whose user is the vendor's buyer (or nobody, where the vendor has no buyer). So ours is assigned to the signed-in user, or to
 * nobody when that user is the vendor's buyer: either way the scheduler's search does not match.
 */
final class Shield {

    private final int signedInUser;

    Shield(int signedInUser) {
        this.signedInUser = signedInUser;
    }

    @Nullable Integer userFor(OutboxOrder order) {
        boolean isBuyer = order.lines().stream().anyMatch(line -> Objects.equals(line.intent().vendorBuyerId(), signedInUser));
        return isBuyer ? null : Integer.valueOf(signedInUser);
    }
}
