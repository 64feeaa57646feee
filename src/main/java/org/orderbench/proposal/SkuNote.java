package org.orderbench.proposal;

import java.time.Instant;

/** A buyer's remark about a SKU, kept on this computer. */
public record SkuNote(Instant at, String by, String text) {}
