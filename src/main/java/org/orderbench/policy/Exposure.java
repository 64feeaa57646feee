package org.orderbench.policy;

import java.util.List;

/** What was approved since Monday, so that an order split into many slips under no ceiling. */
public record Exposure(List<Commitment> commitments) {

    public static final Exposure NONE = new Exposure(List.of());

    public Exposure {
        commitments = List.copyOf(commitments);
    }
}
