package org.orderbench.policy;

/** Odoo's product categories by their full names, whose levels stand between {@code " / "}. */
final class Categories {

    private Categories() {}

    /** Whether {@code category} is {@code parent} or lies below it; {@code All / Bags and more} does not lie below {@code All / Bags}. */
    static boolean contains(String parent, String category) {
        return category.equals(parent) || category.startsWith(parent + " / ");
    }
}
