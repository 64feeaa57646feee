package org.orderbench.desktop.review;

import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** The questions a buyer asks the list first. Each is a button with its count. */
public enum QuickFilter {
    /** Waiting for a decision. */
    OPEN("review.filter.open") {
        @Override
        boolean admits(ProposalLine line) {
            return line.state() == LineState.OPEN;
        }
    },
    /** Waiting, and short before the order could arrive. */
    URGENT("review.filter.urgent") {
        @Override
        boolean admits(ProposalLine line) {
            return line.state() == LineState.OPEN && line.urgent();
        }
    },
    /** Waiting, and the forecast stands on little. */
    UNSURE("review.filter.unsure") {
        @Override
        boolean admits(ProposalLine line) {
            return line.state() == LineState.OPEN && line.confidence() < UNSURE_BELOW;
        }
    },
    APPROVED("review.filter.approved") {
        @Override
        boolean admits(ProposalLine line) {
            return line.state() == LineState.APPROVED;
        }
    },
    /** Rejected or snoozed. */
    ASIDE("review.filter.aside") {
        @Override
        boolean admits(ProposalLine line) {
            return line.state() == LineState.REJECTED || line.state() == LineState.SNOOZED;
        }
    },
    ALL("review.filter.all") {
        @Override
        boolean admits(ProposalLine line) {
            return true;
        }
    };

    /** Forecasts with less confidence than this deserve a second look. */
    static final double UNSURE_BELOW = 0.4;

    private final String key;

    QuickFilter(String key) {
        this.key = key;
    }

    /** Key of its words. */
    public String key() {
        return key;
    }

    abstract boolean admits(ProposalLine line);
}
