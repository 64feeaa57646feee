package org.orderbench.writeback;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;

/**
 * What write-back needs of Odoo: small calls, each of which either is a read or may be repeated without harm. Implemented by the Odoo client.
 * Safe for several threads.
 */
public interface PurchaseGateway {

    /** Does the server answer, signed in as before? */
    void ping() throws GatewayException;

    /** Where each key's line is. A key that Odoo does not know is absent from the map. */
    Map<LineKey, Found> findLines(Collection<LineKey> keys) throws GatewayException;

    /** The order of a key; empty when Odoo does not know it. */
    Optional<Found> findOrder(OrderKey key) throws GatewayException;

    /** Creates the order's header unless its key exists, which is then left alone. @return the order's id either way */
    int loadHeader(Header header) throws GatewayException;

    /**
     * Creates those lines whose keys do not exist; the others are left alone, wherever they lie.
     *
     * @return the lines' ids, one for each row in its order: whose they are is to be read back
     */
    List<Integer> loadLines(int companyId, int orderId, List<Row> rows) throws GatewayException;

    /** Orders as they are now; those that do not exist, or that this user may not see, are absent. */
    List<OrderView> readOrders(Collection<Integer> orderIds) throws GatewayException;

    /** One order; empty when there is none, or none that this user may see. */
    default Optional<OrderView> readOrder(int orderId) throws GatewayException {
        return readOrders(List.of(orderId)).stream().findFirst();
    }

    /** Which user ({@code res.users} id) made each order; those that do not exist, or that this user may not see, are absent. */
    Map<Integer, Integer> makers(Collection<Integer> orderIds) throws GatewayException;

    /** Lines as they are now; those that no longer exist are absent. */
    List<LineView> readLines(Collection<Integer> lineIds) throws GatewayException;

    /** Asks for confirmation. The answer proves nothing: read the state back. */
    void confirm(int orderId) throws GatewayException;

    /** Cancels. Odoo does the work and then faults over XML-RPC: read the state back. */
    void cancel(int orderId) throws GatewayException;

    /** Deletes single lines of a draft. Those that are gone already are no failure. */
    void deleteLines(Collection<Integer> lineIds) throws GatewayException;

    /** Deletes a cancelled order. */
    void delete(int orderId) throws GatewayException;

    /** The language of the company, English if it has none. */
    Locale language(int companyId) throws GatewayException;

    /** Puts an internal note on the order unless a note of this order key exists. */
    void note(OrderKey key, int companyId, int orderId, String html) throws GatewayException;

    /**
     * Puts the order on the to-do list of somebody who may approve it, unless an activity of this order key was made before.
     *
     * @return false when Odoo names nobody who may
     */
    boolean askApproval(OrderKey key, int companyId, int orderId, String summary) throws GatewayException;

    /** The circumstances of decisions, no two of them of one SKU. A SKU whose product can no longer be read is there with {@code available} false. */
    Map<Sku, Circumstances> circumstances(Collection<LineIntent> intents) throws GatewayException;

    /** The facts under decisions: what is on order is read now, the rest is given. A SKU without circumstances is absent. */
    Map<Sku, LineFacts> facts(Collection<LineIntent> intents, Map<Sku, Circumstances> circumstances) throws GatewayException;

    /** The facts under decisions, all read afresh. */
    default Map<Sku, LineFacts> facts(Collection<LineIntent> intents) throws GatewayException {
        return facts(intents, circumstances(intents));
    }

    /** What a key leads to. */
    sealed interface Found {
        /** The record is there. */
        record Present(int id) implements Found {}

        /** The key is there and its record isn't: it was deleted together with its order, or this user may not see it. */
        record Gone() implements Found {}
    }

    /** @param userId who the order is assigned to, chosen so that Odoo's scheduler does not add its own lines; null for nobody */
    record Header(OrderKey key, int vendorId, int companyId, int receiptTypeId, String currency, @Nullable Integer userId) {}

    /**
     * @param quantity  in the unit {@code unitId}
     * @param unitPrice what was decided, per {@code unitId} and after discount, in the order's currency. Left to itself, Odoo would take the price for
     *                  a quantity that it suggests, without the discount
     */
    record Row(LineKey key, int productId, BigDecimal quantity, int unitId, BigDecimal unitPrice) {}

    /** @param state draft, sent, to approve, purchase, done or cancel */
    record OrderView(
            int id, String name, String state, int vendorId, int companyId, int receiptTypeId, String currency, BigDecimal total, List<Integer> lineIds) {
        public OrderView {
            lineIds = List.copyOf(lineIds);
        }

        public boolean isDraft() {
            return state.equals("draft") || state.equals("sent");
        }

        public boolean isConfirmed() {
            return state.equals("purchase") || state.equals("done");
        }

        public boolean waitsForApproval() {
            return state.equals("to approve");
        }

        public boolean isCancelled() {
            return state.equals("cancel");
        }
    }

    /** @param unitPrice per the line's unit, after discount */
    record LineView(int id, int orderId, int productId, BigDecimal quantity, int unitId, BigDecimal unitPrice) {}
}
