package org.orderbench.cache;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.UserRights;

/** What the Odoo user may do, as it was at the latest sign-in: so the window knows it without a connection. Safe for several threads. */
public final class RightsStore {

    private final Jdbi jdbi;
    private final Clock clock;

    public RightsStore(CacheDatabase database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    public void keep(String login, UserRights rights) {
        jdbi.useHandle(handle -> handle.execute(
                "merge into odoo_rights (only_row, login, may_draft, may_confirm, purchase_manager, read_at) values (true, ?, ?, ?, ?, ?)",
                login, rights.mayDraft(), rights.mayConfirm(), rights.purchaseManager(), clock.instant()));
    }

    /** Null if they were never read for this login. */
    public @Nullable UserRights find(String login) {
        return jdbi.withHandle(handle -> handle.select("select may_draft, may_confirm, purchase_manager from odoo_rights where login = ?", login)
                .map((row, context) -> new UserRights(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .findOne()
                .orElse(null));
    }
}
