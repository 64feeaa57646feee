package org.orderbench.policy;

import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * One line before the checks.
 *
 * @param profile null if nothing is known of the SKU
 */
record Case(
        Proposal proposal, ProposalLine line, Policy.Placement placement, Reach reach, Limits limits, @Nullable SkuProfile profile, PolicyFacts facts, Brakes brakes) {}
