package org.orderbench.odoo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.orderbench.writeback.GatewayException;
import org.orderbench.writeback.GatewayException.Kind;

/**
 * What Odoo's processes have noted of external IDs. An import notes its keys at once, and they stay noted when the import is undone: such a process then
 * answers {@code [model, false]} for a key that never was, just as for one whose record is gone, and may go on so after another process has made the record.
 * Seen on 17.0, 18.0 and 19.0.
 *
 * <p>Writing a user's time zone makes every process throw its notes away. The value written is the one that is there.
 */
final class ServerNotes {

    private final PurchaseCalls calls;
    private final int user;

    ServerNotes(PurchaseCalls calls, int user) {
        this.calls = calls;
        this.user = user;
    }

    /**
     * @return false where Odoo refuses it: what was noted has to be believed then
     * @throws GatewayException if it is not known whether it was done
     */
    boolean throwAway() throws GatewayException {
        try {
            for (PurchaseValues row : calls.read("res.users", List.of(user), List.of("tz"))) {
                Object zone = row.values().get("tz");
                calls.call("res.users", "write", Arrays.asList(List.of(user), Map.of("tz", zone == null ? false : zone)), Map.of());
                return true;
            }
            return false;
        } catch (GatewayException e) {
            if (e.kind() == Kind.REFUSED) {
                return false;
            }
            throw e;
        }
    }
}
