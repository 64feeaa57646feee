package org.orderbench.policy;

/**
 * What the Odoo user that Orderbench signs in as may do there; the agent never does more.
 *
 * @param mayDraft         create purchase orders
 * @param mayConfirm       confirm them
 * @param purchaseManager  passes Odoo's approval limit by itself: a user for unasked rounds should not be one
 */
public record UserRights(boolean mayDraft, boolean mayConfirm, boolean purchaseManager) {}
