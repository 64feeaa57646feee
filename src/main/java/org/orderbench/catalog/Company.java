package org.orderbench.catalog;

/**
 * A company of the Odoo database that the user may work in ({@code res.company}).
 *
 * @param leadDays the company's own purchase days added to the vendor's ({@code po_lead}; 0 where the version has none)
 */
public record Company(int id, String name, String currency, int leadDays) {}
