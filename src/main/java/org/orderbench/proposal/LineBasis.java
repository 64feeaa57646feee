package org.orderbench.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;

/**
 * What a line's idempotency key is made of: the SKU, and the newest purchase line of it that the proposal had seen. Two clients that look at
 * the same supply hold the same basis; as soon as anybody orders the product, a fresh basis differs and a stale one collides.
 *
 * @param newestLineId      {@code purchase.order.line} id, or null if the product was never ordered for this warehouse
 * @param newestLineCreated when that line was created in Odoo; null with {@code newestLineId}
 * @param part              0; 1, 2 … only where a shortage was split over vendors on purpose
 */
public record LineBasis(Sku sku, @Nullable Integer newestLineId, @Nullable Instant newestLineCreated, int part) {}
