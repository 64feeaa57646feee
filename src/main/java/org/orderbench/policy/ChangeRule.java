package org.orderbench.policy;

/** Who may change the policy and release a brake. Pulling a brake is everybody's. */
public enum ChangeRule {
    /** Whoever is signed in as an administrator of purchasing in Odoo. So it is in a new installation. */
    ADMINISTRATOR,
    /** Whoever knows the passphrase. */
    PASSPHRASE
}
