package org.orderbench.proposal;

import java.math.BigDecimal;

/**
 * A colleague's draft in Odoo of a proposal's vendor, company, warehouse and currency, as of the last sync: what is approved of the proposal can be added to it.
 *
 * @param proposalId the proposal's id in the cache
 * @param orderId    {@code purchase.order} id
 * @param lines      how many lines it has
 * @param total      its value in its currency
 * @param chosen     what is approved goes to it
 */
public record DraftOffer(long proposalId, int orderId, String orderName, int lines, BigDecimal total, boolean chosen) {}
