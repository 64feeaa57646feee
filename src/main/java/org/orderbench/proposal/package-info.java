/**
 * Proposals, their lines, and what buyers decide about them; the state machine of a decision.
 *
 * <p>Owns the interfaces through which proposals are stored. It may not know how a decision is written to Odoo.
 */
@NullMarked
package org.orderbench.proposal;

import org.jspecify.annotations.NullMarked;
