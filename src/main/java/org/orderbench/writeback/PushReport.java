package org.orderbench.writeback;

import java.util.List;

/**
 * What one push did.
 *
 * @param written  orders that are now in Odoo and were not before
 * @param settled  orders that were found there already and needed nothing, or were finished from an earlier push
 * @param waiting  orders that could not be reached now and stay queued
 * @param person   orders that need a person
 * @param messages one sentence an order, in buyers' words
 */
public record PushReport(int written, int settled, int waiting, int person, List<String> messages) {
    public PushReport {
        messages = List.copyOf(messages);
    }
}
