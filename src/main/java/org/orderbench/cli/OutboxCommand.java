package org.orderbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.Outbox;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code outbox}: what waits for a person on its way to Odoo, and what to do about it. */
@Command(name = "outbox", description = "Shows what is on its way to Odoo, and decides what waits for a person.", mixinStandardHelpOptions = true)
final class OutboxCommand extends HomeCommand {

    /** What to do. */
    enum Action {
        LIST,
        CONFLICTS,
        SEND_ANYWAY,
        RE_DECIDE,
        DROP,
        RETRY,
        CONFIRM,
        WITHDRAW,
        JOIN,
        OWN_DRAFT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "ACTION", defaultValue = "LIST",
            description = "list, conflicts; of LINEs: send-anyway, re-decide, drop; of ORDERs: retry, confirm (as it stands in Odoo), withdraw (a draft that nobody touched); of a colleague's DRAFT: join (add what is queued to it), own-draft.")
    Action action = Action.LIST;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Lines or orders, as 'outbox list --json' gives them.")
    List<Long> ids = List.of();

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        Outbox outbox = wiring.outbox();
        String by = wiring.buyer();
        return switch (action) {
            case LIST -> list(outbox, terminal);
            case CONFLICTS -> conflicts(outbox, terminal);
            case SEND_ANYWAY -> ReviewCommand.report(terminal, outbox.sendAnyway(named(), by), "queued anew, on the facts as they are now");
            case RE_DECIDE -> ReviewCommand.report(terminal, outbox.redecide(named(), by), "back in review, undecided");
            case DROP -> ReviewCommand.report(terminal, outbox.drop(named(), by), "dropped");
            case RETRY -> each(terminal, id -> outbox.retry(id, by) ? Optional.empty() : Optional.of("Order " + id + " is not parked."), "tried again at the next push");
            case CONFIRM -> each(
                    terminal, id -> outbox.confirmAnyway(id, by) ? Optional.empty() : Optional.of("Order " + id + " is not parked."), "confirmed as it stands at the next push");
            case JOIN -> each(terminal, id -> outbox.join(Math.toIntExact(id), by).map(ReviewDesk.Refusal::message), "of a colleague's will get the queued lines at the next push");
            case OWN_DRAFT -> each(
                    terminal, id -> outbox.ownDraft(Math.toIntExact(id), by) ? Optional.empty() : Optional.of("Nothing is to be added to order " + id + "."),
                    "left alone: the lines get a draft of their own");
            case WITHDRAW -> {
                try (OdooSession session = wiring.signIn().open()) {
                    var withdrawal = wiring.writeback().withdrawal(session);
                    yield each(terminal, id -> withdrawal.withdraw(id, by), "cancelled and deleted in Odoo");
                }
            }
        };
    }

    private List<Long> named() {
        if (ids.isEmpty()) {
            throw new CommandFailedException("Name what it is about: the ids are in 'orderbench outbox list'.");
        }
        return ids;
    }

    private interface Step {
        /** @return why not, or empty when it was done */
        Optional<String> on(long id);
    }

    private int each(Terminal terminal, Step step, String words) {
        List<Long> changed = new ArrayList<>();
        List<ReviewDesk.Refusal> refused = new ArrayList<>();
        for (long id : named()) {
            step.on(id).ifPresentOrElse(why -> refused.add(new ReviewDesk.Refusal(id, why)), () -> changed.add(id));
        }
        terminal.say(changed.size() + (changed.size() == 1 ? " order " : " orders ") + words + ".");
        refused.forEach(refusal -> terminal.say(refusal.message()));
        terminal.result(Map.of("changed", changed, "refused", refused));
        return refused.isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    private static int list(Outbox outbox, Terminal terminal) {
        List<OutboxEntry> entries = outbox.entries();
        TextTable table = new TextTable("Order", "Vendor", "To", "State", "In Odoo", "Line", "SKU", "Quantity", "Line state", "Remark");
        boolean person = false;
        for (OutboxEntry entry : entries) {
            if (entry.lines().isEmpty()) {
                person |= entry.state() == OutboxState.PARKED;
                table.row(
                        entry.id(), entry.vendorName(), entry.warehouseName(), entry.state(), entry.orderName() == null ? "" : entry.orderName(), "", "", "", "",
                        entry.reason() == null ? "" : entry.reason());
            }
            for (OutboxEntry.Line line : entry.lines()) {
                person |= line.state() == OutboxState.CONFLICT || line.state() == OutboxState.PARKED;
                String remark = line.reason() != null ? line.reason() : entry.reason() == null ? "" : entry.reason();
                table.row(
                        entry.id(), entry.vendorName(), entry.warehouseName(), entry.state(), entry.orderName() == null ? "" : entry.orderName(), line.proposalLineId(),
                        line.code(), line.quantity(), line.state(), remark);
            }
        }
        for (OutboxEntry entry : entries) {
            beside(entry).ifPresent(terminal::say);
        }
        if (entries.isEmpty()) {
            terminal.say("Nothing is on its way to Odoo.");
        } else {
            terminal.say(table);
        }
        terminal.result(entries);
        return person ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
    }

    /** What colleagues have in draft for the same vendor, while it can still be chosen. */
    private static Optional<String> beside(OutboxEntry entry) {
        if (entry.joins() != null && entry.orderId() == null) {
            return Optional.of("What is queued for " + entry.vendorName() + " will be added to " + entry.joins() + ". To make a draft of its own instead: orderbench outbox own-draft "
                    + entry.beside().stream().filter(draft -> draft.name().equals(entry.joins())).map(draft -> Integer.toString(draft.orderId())).findFirst().orElse("ORDER"));
        }
        return entry.beside().stream()
                .findFirst()
                .map(draft -> draft.name() + " for " + entry.vendorName() + " is a colleague's draft (lines: " + draft.lines() + ", " + draft.total().stripTrailingZeros().toPlainString() + " "
                        + entry.currency() + "). To add what is queued to it: orderbench outbox join " + draft.orderId());
    }

    private static int conflicts(Outbox outbox, Terminal terminal) {
        List<Outbox.Conflict> conflicts = outbox.conflicts();
        TextTable table = new TextTable("Line", "SKU", "What", "Proposed", "Decided", "Now");
        for (Outbox.Conflict conflict : conflicts) {
            LineFacts now = conflict.now();
            table.row(conflict.proposalLineId(), conflict.code(), "supply", conflict.proposed().supply(), conflict.decided().supply(), now == null ? "" : now.supply());
            table.row("", "", "price", price(conflict.proposed()), price(conflict.decided()), price(now));
            table.row("", "", "newest order line", newest(conflict.proposed()), newest(conflict.decided()), newest(now));
            table.row("", "", conflict.reason(), "", "", "");
        }
        if (conflicts.isEmpty()) {
            terminal.say("No decision waits because its facts changed.");
        } else {
            terminal.say(table);
        }
        terminal.result(conflicts);
        return conflicts.isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    private static String price(@Nullable LineFacts facts) {
        return facts == null || facts.unitPrice() == null ? "" : facts.unitPrice().stripTrailingZeros().toPlainString();
    }

    private static String newest(@Nullable LineFacts facts) {
        return facts == null || facts.newestLineId() == null ? "none" : facts.newestLineId().toString();
    }
}
