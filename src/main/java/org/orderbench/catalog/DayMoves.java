package org.orderbench.catalog;

import java.time.LocalDate;

/**
 * What moved in and out of one SKU on one day (in the warehouse's own days), summed from done stock moves, in the product's own unit.
 *
 * @param issued   to customers and to production: demand that was served
 * @param returned back from customers
 * @param other    the net of everything else that changed the stock (receipts, inventory adjustments, transfers); signed
 * @param largest  the largest single move to a customer of that day: what tells a bulk order from a busy day
 */
public record DayMoves(LocalDate day, Quantity issued, Quantity returned, Quantity other, Quantity largest) {}
