package org.orderbench.desktop.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.orderbench.proposal.DraftOffer;
import org.orderbench.writeback.Outbox;

/**
 * What a person can do about orders on their way to Odoo. Called on a background thread.
 *
 * @param outbox   decisions about lines and orders, on this computer
 * @param withdraw takes a draft back out of Odoo
 * @param offers   colleagues' drafts that proposals could be added to, by {@link Outbox#join}
 */
public record OutboxActions(Outbox outbox, Withdraw withdraw, Supplier<List<DraftOffer>> offers) {

    /** Cancels and deletes in Odoo a draft that nobody touched. */
    @FunctionalInterface
    public interface Withdraw {
        /**
         * @param order of the outbox
         * @return empty when it is done, else why not and what to do
         * @throws Exception if Odoo cannot be reached
         */
        Optional<String> withdraw(long order) throws Exception;
    }
}
