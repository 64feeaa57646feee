package org.orderbench.desktop.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.LargeOrderBook;
import org.orderbench.proposal.SkuNotes;
import org.orderbench.proposal.SkuView;
import org.orderbench.proposal.WhatIf;

/**
 * What helps a buyer to judge a line, beside the line itself. Called on background threads.
 *
 * @param limits     the policy's ceilings now: what is over one deserves a second look
 * @param whatIf     one SKU as it would be planned with other inputs; nothing is saved
 * @param paidPrices what was paid for a SKU, newest first
 * @param exports    the folder of the profile's home that exports are written to
 */
public record ReviewAids(
        Supplier<Limits> limits, BiFunction<Sku, WhatIf, Optional<SkuView>> whatIf, Function<Sku, List<PaidPrice>> paidPrices, SkuNotes notes,
        LargeOrderBook largeOrders, Path exports) {}
