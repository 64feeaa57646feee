package org.orderbench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.ReviewAids;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.journal.JournalEntry;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.Keychain;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.proposal.Plan;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;

/** The window's part of the composition root: features as the window calls them. Safe for several threads. */
final class WindowWiring {

    private static final int JOURNAL_ROWS = 500;

    private final Wiring wiring;
    private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
    private final AtomicReference<@Nullable ServerInfo> server = new AtomicReference<>();

    WindowWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    WorkbenchServices services(Locale locale) {
        return new WorkbenchServices(
                wiring.proposals(),
                wiring.desk(),
                sku -> wiring.planner().view(sku, wiring.today()),
                () -> wiring.outbox().entries(),
                this::sync,
                this::plan,
                this::push,
                () -> wiring.journal().newest(0, JOURNAL_ROWS).stream().map(WindowWiring::row).toList(),
                this::situation,
                new WindowConnector(),
                wiring.clock(),
                wiring.zone(),
                locale,
                wiring.buyer(),
                wiring.connections().companyCurrency().orElse("EUR"),
                new ReviewAids(
                        () -> wiring.policy().current().limits(),
                        (sku, whatIf) -> wiring.planner().view(sku, wiring.today(), whatIf),
                        wiring.paidPrices()::of,
                        wiring.notes(),
                        wiring.exports()),
                wiring.preferences(),
                wiring.policyDesk(),
                new WindowRounds(wiring));
    }

    private String sync(Progress progress) throws OdooException {
        try (OdooSession session = signIn()) {
            wiring.rememberRights(session);
            SyncReport report = wiring.synchronizer(session).run(
                    SyncMode.INCREMENTAL,
                    at -> progress.at("Reading " + at.what(), at.total() <= 0 ? -1 : (double) at.done() / at.total()),
                    progress::cancelled);
            return switch (report.outcome()) {
                case DONE -> "Read " + report.rows() + " rows from Odoo" + (report.warnings().isEmpty() ? "." : ", with " + report.warnings().size() + " notes.");
                case CANCELLED -> "Stopped; the data is as it was before.";
                case FAILED -> "The sync failed; the data is as it was before.";
            };
        }
    }

    private String plan(Progress progress) {
        Plan plan = wiring.planner().plan(wiring.today(), done -> progress.at("Forecasting and proposing", -1));
        wiring.proposals().save(plan);
        progress.at("Judging by the policy", -1);
        wiring.policyDesk().judge();
        int lines = plan.proposals().stream().mapToInt(proposal -> proposal.lines().size()).sum();
        return lines + " lines proposed in " + plan.proposals().size() + " orders, out of " + plan.skus() + " SKUs.";
    }

    private String push(Progress progress) throws OdooException {
        try (OdooSession session = signIn()) {
            PushReport report = wiring.pusher(session).push((done, of, label) -> {
                progress.at(label, of == 0 ? -1 : (double) done / of);
                return !progress.cancelled();
            });
            return report.written() + " orders written, " + report.settled() + " settled, " + report.waiting() + " waiting, " + report.person() + " need a person.";
        }
    }

    private OdooSession signIn() throws OdooException {
        try {
            OdooSession session = wiring.signIn().open();
            server.set(session.server());
            problem.set(null);
            return session;
        } catch (OdooException e) {
            problem.set(e.failure().message());
            throw e;
        }
    }

    private Situation situation() {
        ConnectionStore.@Nullable Connection held = wiring.connections().find().orElse(null);
        ServerInfo info = server.get();
        return new Situation(
                info != null || held == null ? info : new ServerInfo(held.address(), held.database(), held.serverVersion(), major(held.serverVersion())),
                held == null ? "" : held.login(),
                problem.get() == null && held != null,
                problem.get(),
                wiring.syncedAt().orElse(null));
    }

    private static int major(String version) {
        String digits = version.replaceFirst("^\\D*(\\d{1,4}).*$", "$1");
        return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }

    private static JournalRow row(JournalEntry entry) {
        return new JournalRow(entry.seq(), entry.at(), entry.what().actor(), entry.what().action(), entry.what().subject(), entry.what().cause());
    }

    /** Signs in from the connect screen and keeps the secret in the keychain. */
    private final class WindowConnector implements Connector {

        @Override
        public List<String> databases(String address) {
            try {
                return wiring.connector().listDatabases(address);
            } catch (OdooException e) {
                problem.set(e.failure().message());
                return List.of();
            }
        }

        @Override
        public Result connect(String address, String database, String login, char[] typed) {
            ConnectionSettings settings = new ConnectionSettings(address, database, login);
            Secret secret = new Secret(typed);
            try (OdooSession session = wiring.signIn().connect(settings, secret)) {
                new Keychain().store(settings, secret);
                wiring.rememberRights(session);
                server.set(session.server());
                problem.set(null);
                return new Connected(session.server());
            } catch (OdooException e) {
                return new Failed(e.failure().message());
            } catch (Keychain.KeychainException | SignIn.NotConnectedException | IllegalStateException e) {
                return new Failed(String.valueOf(e.getMessage()));
            } finally {
                secret.clear();
            }
        }
    }
}
