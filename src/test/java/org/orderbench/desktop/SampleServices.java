package org.orderbench.desktop;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.OutboxActions;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SkuView;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** Services over {@link SampleData}: everything answers, nothing leaves the process. */
final class SampleServices {

    final FakeDesk desk;
    final Clock clock = Clock.fixed(SampleData.NOW, ZoneOffset.UTC);
    private final Map<Sku, ProposalLine> bySku = new HashMap<>();
    private final Map<Sku, Proposal> proposalOf = new HashMap<>();
    private final boolean busyDay;
    final SamplePolicy policy;
    final SamplePlanning planning;
    final SampleRounds rounds = new SampleRounds();
    final SampleUpdates updates = new SampleUpdates();
    final Path exports = Path.of(System.getProperty("java.io.tmpdir"), "orderbench-sample-" + ProcessHandle.current().pid());
    final SampleOutbox sampleOutbox = new SampleOutbox(this::outbox, this::withDrafts);
    final Preferences preferences = Preferences.inMemory();
    /** What signing in comes to, and whether the server answers a look; a test may change both. */
    volatile Connector connector = new NoConnector();
    volatile boolean reachable;
    volatile Job sync = progress -> "657 rows read from Odoo.";
    volatile Job push = progress -> "2 orders written, 0 settled, 0 waiting, 0 for a person.";
    volatile Job plan = progress -> "86 lines proposed in 21 orders, out of 657 SKUs.";
    /** What was told on the desktop. */
    final List<String> told = new ArrayList<>();

    /** What was said about large orders. */
    final SampleLargeOrders large = new SampleLargeOrders();

    /** Which addresses were opened in the browser. */
    final List<String> browsed = new ArrayList<>();
    /** How things stand with the server; a test may change it. */
    volatile Situation situation = ONLINE;

    static final Situation ONLINE = new Situation(new ServerInfo("http://127.0.0.1:8069", "demo", "18.0", 18), "buyer", true, null, false,
            SampleData.NOW.minusSeconds(720), SampleData.NOW.minusSeconds(600), "");

    /** @param busyDay an outbox with an order in every state, a journal, exceptions; else nothing has happened yet */
    SampleServices(int lines, boolean busyDay) {
        this.busyDay = busyDay;
        preferences.put("window.toured", "yes");
        List<Proposal> proposals = lines == 0 ? List.of() : new SampleData(lines, 7).proposals();
        policy = new SamplePolicy(proposals, busyDay, clock);
        planning = new SamplePlanning(busyDay, clock);
        desk = new FakeDesk(proposals, busyDay ? SampleData.exceptions(23) : List.of(), clock);
        for (Proposal proposal : proposals) {
            for (ProposalLine line : proposal.lines()) {
                bySku.put(line.basis().sku(), line);
                proposalOf.put(line.basis().sku(), proposal);
            }
        }
    }

    WorkbenchServices services(Locale locale) {
        return services(locale, desk);
    }

    /** With proposals from elsewhere. */
    WorkbenchServices services(Locale locale, ProposalStore proposals) {
        return new WorkbenchServices(proposals, desk, this::view, this::outbox,
                new OutboxActions(sampleOutbox, order -> Optional.empty(), sampleOutbox::offers), progress -> sync.run(progress), progress -> plan.run(progress),
                progress -> push.run(progress), this::journal, () -> situation, situation, new Asked(), () -> reachable, folder -> folder.resolve("support.zip"),
                false, clock, ZoneId.of("Europe/London"), locale, "Mitchell Admin", "GBP", new SampleAids(this::view, large, exports).aids(), preferences, (days, progress) -> SampleReplay.report(),
                policy.desk(), rounds, updates, planning.desk(proposals));
    }

    private Optional<SkuView> view(Sku sku) {
        ProposalLine line = bySku.get(sku);
        Proposal proposal = proposalOf.get(sku);
        return line == null || proposal == null ? Optional.empty() : Optional.of(SampleData.view(line, proposal.vendorName(), proposal.currency(), large.of(sku)));
    }

    private List<OutboxEntry> outbox() {
        List<OutboxEntry> entries = new ArrayList<>();
        List<ProposalLine> approved = desk.decided(LineState.APPROVED);
        if (!approved.isEmpty()) {
            entries.add(entry(0, "Queued just now", OutboxState.QUEUED, null, null, approved));
        }
        if (busyDay) {
            List<ProposalLine> some = bySku.values().stream().sorted((a, b) -> Long.compare(a.id(), b.id())).limit(40).toList();
            int at = 0;
            for (OutboxState state : OutboxState.values()) {
                boolean inOdoo = state != OutboxState.QUEUED && state != OutboxState.SENDING && state != OutboxState.DOUBTFUL && state != OutboxState.PARKED;
                List<ProposalLine> part = some.isEmpty() ? List.of() : some.subList(at % some.size(), Math.min(some.size(), at % some.size() + 3));
                entries.add(entry(++at, "Vendor " + at, state, inOdoo ? 400 + at : null, reason(state), part));
            }
        }
        return entries;
    }

    private static @Nullable String reason(OutboxState state) {
        return switch (state) {
            case PARKED -> "Odoo refused: The vendor is archived. Unarchive it first.";
            case WITHDRAWN -> "P00410 was cancelled in Odoo.";
            case QUEUED, SENDING, DRAFTED, CONFIRMING, CONFIRMED, NOTED, DOUBTFUL, CONFLICT, ADOPTED -> null;
        };
    }

    /** As the program itself says it. */
    private static @Nullable String lineReason(OutboxState state) {
        return switch (state) {
            case CONFLICT -> "Supply is 108 Units now, 24 when decided. The price is 2.79 GBP now, 2.55 when decided.";
            case ADOPTED -> "Another client had already ordered it: P00398.";
            case QUEUED, SENDING, DRAFTED, CONFIRMING, CONFIRMED, NOTED, DOUBTFUL, PARKED, WITHDRAWN -> null;
        };
    }

    private static OutboxEntry entry(long id, String vendor, OutboxState state, @Nullable Integer orderId, @Nullable String reason, List<ProposalLine> lines) {
        return new OutboxEntry(id, vendor, "Bristol", "GBP", id % 2 == 0, state, reason, orderId, orderId == null ? null : "P00" + orderId, null,
                SampleData.NOW.minusSeconds(60 * id), null,
                state == OutboxState.QUEUED ? List.of(new OutboxEntry.Draft(377, "P00377", 3, new BigDecimal("284.50"))) : List.of(),
                lines.stream().map(l -> new OutboxEntry.Line(l.id(), l.code(), l.name(), l.quantity(), l.unitPrice(), state, lineReason(state))).toList());
    }

    private List<Long> withDrafts() {
        return busyDay ? proposalOf.values().stream().map(Proposal::id).distinct().sorted().limit(2).toList() : List.of();
    }

    private List<JournalRow> journal() {
        if (!busyDay) {
            return List.of();
        }
        Instant at = SampleData.NOW;
        return List.of(
                new JournalRow(214, at.minusSeconds(60), "Mitchell Admin", "approve", "line 56 20056", "policy version 5"),
                new JournalRow(213, at.minusSeconds(95), "Mitchell Admin", "reject", "line 63 20063", "Enough in stock"),
                new JournalRow(212, at.minusSeconds(300), "outbox", "seen", "outbox line 31", "Odoo's price is 2.79 per Units; decided on 2.55 per Units."),
                new JournalRow(211, at.minusSeconds(300), "outbox", "move", "outbox order 12", ""),
                new JournalRow(210, at.minusSeconds(720), "Mitchell Admin", "undo approve", "line 70 20070", ""),
                new JournalRow(209, at.minusSeconds(86_400), "Mitchell Admin", "setting-change", "service-level of Candles", ""),
                new JournalRow(208, at.minusSeconds(90_000), "Mitchell Admin", "policy-change", "policy version 5", "Candles do well"));
    }

    /** Whatever a test has put there by the time it is asked. */
    private final class Asked implements Connector {

        @Override
        public Probe probe(String address) {
            return connector.probe(address);
        }

        @Override
        public Result connect(String address, String database, String login, char[] secret) {
            return connector.connect(address, database, login, secret);
        }
    }

    /** A server that nobody can sign in to. */
    private static final class NoConnector implements Connector {

        @Override
        public Probe probe(String address) {
            return new Found(new ServerInfo("https://" + address, "", "18.0", 18), List.of("demo"), false);
        }

        @Override
        public Result connect(String address, String database, String login, char[] secret) {
            return new Failed("Odoo does not accept this login and secret for \"" + login + "\". Check the login.", Cause.SECRET);
        }
    }
}
