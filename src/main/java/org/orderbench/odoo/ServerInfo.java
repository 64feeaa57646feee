package org.orderbench.odoo;

/**
 * What the server says of itself.
 *
 * @param address the base address that was connected to, without a trailing slash
 * @param version as the server names it, such as {@code 18.0} or {@code saas~17.4}
 * @param major   17, 18, 19 …
 */
public record ServerInfo(String address, String database, String version, int major) {

    /** Where a person opens a purchase order in the browser. */
    public String orderLink(int orderId) {
        return link("purchase.order", orderId);
    }

    /** Where a person opens a product variant. */
    public String productLink(int productId) {
        return link("product.product", productId);
    }

    /** Where a person opens any record, in the form that this version's web client reads. */
    public String link(String model, int id) {
        return major >= 18 ? address + "/odoo/" + model + "/" + id : address + "/web#id=" + id + "&model=" + model + "&view_type=form";
    }
}
