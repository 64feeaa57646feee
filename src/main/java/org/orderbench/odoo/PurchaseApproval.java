package org.orderbench.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderbench.writeback.GatewayException;
import org.orderbench.writeback.OrderKey;

/**
 * Puts an order that waits for approval on an approver's list of activities: one activity, of an external ID of its own, loaded create-once. Nobody is
 * mailed: a user without an address of their own could not send, and Odoo would refuse the whole.
 */
final class PurchaseApproval {

    private static final String USERS_UP_TO_18 = "users";
    private static final String USERS = "user_ids";

    private final PurchaseCalls calls;

    PurchaseApproval(PurchaseCalls calls) {
        this.calls = calls;
    }

    /** @return false when Odoo names nobody who could approve: the order then waits without an activity */
    boolean ask(OrderKey key, int companyId, int orderId, String summary) throws GatewayException {
        List<Integer> approvers = approvers();
        if (approvers.isEmpty()) {
            return false;
        }
        // the first is as a rule the administrator who set the database up: a purchase manager comes before
        int approver = approvers.size() > 1 ? approvers.get(1) : approvers.getFirst();
        calls.createOnce(
                "mail.activity", companyId, List.of("id", "res_model_id/id", "res_id", "activity_type_id/id", "summary", "user_id/.id"),
                List.of(List.of(
                        key.approvalExternalId(), "purchase.model_purchase_order", Integer.toString(orderId), "mail.mail_activity_data_todo", summary,
                        Integer.toString(approver))),
                Map.of("mail_activity_quick_update", true));
        return true;
    }

    /** The purchase managers, oldest user first. */
    private List<Integer> approvers() throws GatewayException {
        Object where;
        try {
            where = calls.call("ir.model.data", "check_object_reference", List.of("purchase", "group_purchase_manager"), Map.of());
        } catch (GatewayException e) {
            if (e.words().contains("External ID not found in the system")) {
                return List.of();
            }
            throw e;
        }
        if (!(where instanceof List<?> pair && pair.size() == 2 && pair.getLast() instanceof Integer group)) {
            return List.of();
        }
        Object fields = calls.call("res.groups", "fields_get", List.of(List.of(USERS, USERS_UP_TO_18)), Map.of("attributes", List.of("type")));
        String users = fields instanceof Map<?, ?> map && map.containsKey(USERS) ? USERS : USERS_UP_TO_18;
        List<Integer> approvers = new ArrayList<>();
        for (PurchaseValues row : calls.read("res.groups", List.of(group), List.of(users))) {
            approvers.addAll(row.references(users));
        }
        return approvers.stream().sorted().toList();
    }
}
