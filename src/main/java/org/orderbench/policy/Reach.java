package org.orderbench.policy;

import java.util.Map;

/**
 * What the totals come to with one line counted.
 *
 * @param line       the line alone
 * @param order      every line of its order that could be written unasked
 * @param vendorDay  unasked, with this vendor, today
 * @param skuDay     unasked, of this SKU, today
 * @param day        unasked, today
 * @param sliceWeek  unasked, of its slice, this week
 * @param categories by the budget's category, whoever ordered, this week; only those that cover the line
 */
record Reach(Amount line, Amount order, Amount vendorDay, Amount skuDay, Amount day, Amount sliceWeek, Map<String, Amount> categories) {}
