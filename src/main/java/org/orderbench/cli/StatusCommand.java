package org.orderbench.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.orderbench.Wiring;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;
import picocli.CommandLine.Command;

/** {@code status}: connection, age of the data, proposals, queue. Reads the cache alone. */
@Command(name = "status", description = "Shows connection, age of the data, open lines and what is queued for Odoo.", mixinStandardHelpOptions = true)
final class StatusCommand extends HomeCommand {

    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    int run(Wiring wiring, Terminal terminal) {
        Optional<ConnectionStore.Connection> connection = wiring.connections().find();
        Optional<Instant> synced = wiring.syncedAt();
        Map<String, Integer> lines = new TreeMap<>();
        wiring.proposals().current().forEach(p -> p.lines().forEach(line -> lines.merge(line.state().name(), 1, Integer::sum)));
        TextTable orders = new TextTable("Vendor", "To", "Lines", "State", "Odoo order", "Remark");
        boolean person = false;
        for (OutboxEntry entry : wiring.outbox().entries()) {
            person |= entry.state() == OutboxState.CONFLICT || entry.state() == OutboxState.PARKED;
            orders.row(
                    entry.vendorName(), entry.warehouseName(), entry.lines().size(), entry.state(),
                    entry.orderName() == null ? "" : entry.orderName(), entry.reason() == null ? "" : entry.reason());
        }
        terminal.say(connection
                .map(c -> "Connected to " + c.database() + " at " + c.address() + " (Odoo " + c.serverVersion() + ") as " + c.login() + (c.transport() == null ? "" : ", over " + c.transport() + " alone") + ".")
                .orElse("Not connected yet: orderbench connect --url ADDRESS --db NAME --login LOGIN."));
        terminal.say(synced.map(at -> "Data of " + READ.withZone(wiring.zone()).format(at) + ".").orElse("Nothing read from Odoo yet."));
        terminal.say("Lines: " + (lines.isEmpty() ? "none" : lines.toString().replaceAll("[{}]", "").replace("=", " ")) + ".");
        if (!orders.isEmpty()) {
            terminal.say(orders);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("connected", connection.isPresent());
        document.put("address", connection.map(ConnectionStore.Connection::address).orElse(null));
        document.put("database", connection.map(ConnectionStore.Connection::database).orElse(null));
        document.put("version", connection.map(ConnectionStore.Connection::serverVersion).orElse(null));
        document.put("transport", connection.map(ConnectionStore.Connection::transport).orElse(null));
        document.put("syncedAt", synced.map(Instant::toString).orElse(null));
        document.put("lines", lines);
        document.put("outbox", wiring.outbox().counts());
        terminal.result(document);
        return person ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
    }
}
