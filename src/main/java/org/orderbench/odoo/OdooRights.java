package org.orderbench.odoo;

import java.util.List;
import java.util.Map;
import org.orderbench.policy.UserRights;

/** Reads what the signed-in user may do with purchase orders. Arguments go by name, as JSON-2 wants them. */
public final class OdooRights {

    private OdooRights() {}

    public static UserRights read(OdooSession session) throws OdooException {
        return new UserRights(may(session, "create"), may(session, "write"), isManager(session));
    }

    private static boolean may(OdooSession session, String operation) throws OdooException {
        Object answer = session.call("purchase.order", "check_access_rights", List.of(), Map.of("operation", operation, "raise_exception", false));
        return Boolean.TRUE.equals(answer);
    }

    /** Up to 17 a method of the model, from 18 on of the user's record. */
    private static boolean isManager(OdooSession session) throws OdooException {
        String group = "purchase.group_purchase_manager";
        List<?> self = session.server().major() >= 18 ? List.of(List.of(session.uid())) : List.of();
        return Boolean.TRUE.equals(session.call("res.users", "has_group", self, Map.of("group_ext_id", group)));
    }
}
