package org.orderbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.Secret;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride.Scope;
import org.orderbench.replenish.SettingName;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.PushReport;

/** What the window's own sync and push do with orders that were written: put together as in the program. */
class AfterSyncTest {

    private static final Secret SECRET = Secret.of("demo");

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    @TempDir
    Path folder;

    private Wiring wiring;
    private WindowJobs jobs;

    @BeforeEach
    void open() throws Exception {
        begin("first");
        wiring.plan(done -> {});
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    private void begin(String cache) throws Exception {
        wiring = Wiring.open(folder.resolve(cache), Clock.systemUTC(), SECRET);
        wiring.signIn().connect(new ConnectionSettings(odoo.server().url(), "demo", "buyer"), SECRET).close();
        jobs = new WindowJobs(wiring, new ServerContact(wiring), new Texts(Locale.UK));
        sync();
    }

    private String sync() throws Exception {
        return jobs.sync(new Progress() {
            @Override
            public void at(String step, double fraction) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }

    private ProposalLine line() {
        return wiring.proposals().current().stream().flatMap(p -> p.lines().stream()).filter(l -> l.state() == LineState.OPEN).findFirst().orElseThrow();
    }

    private PushReport push() throws Exception {
        try (ConnectedSession session = wiring.signIn().open()) {
            return wiring.writeback().pusher(session).push();
        }
    }

    private OutboxEntry written() throws Exception {
        wiring.desk().approve(List.of(line().id()), false, "buyer");
        assertThat(push().written()).isEqualTo(1);
        return wiring.outbox().entries().getFirst();
    }

    @Test
    void anOrderThatWasCancelledInOdooIsNoticedByTheNextSyncAndCountsAsRejected() throws Exception {
        OutboxEntry entry = written();
        odoo.server().admin().call("purchase.order", "button_cancel", List.of(List.of(entry.orderId())), Map.of());
        assertThat(sync()).contains(entry.orderName() + " was cancelled in Odoo");
        assertThat(wiring.outbox().entries().getFirst().state()).isEqualTo(OutboxState.WITHDRAWN);
        assertThat(sync()).as("once").doesNotContain("cancelled in Odoo");
    }

    @Test
    void aNewCacheFindsWhatTheLostOneWrote() throws Exception {
        OutboxEntry entry = written();
        wiring.close();
        begin("second");
        assertThat(wiring.outbox().entries()).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(OutboxState.NOTED);
            assertThat(found.orderName()).isEqualTo(entry.orderName());
        });
        assertThat(wiring.journal().newest(0, 5)).anyMatch(e -> e.what().action().equals("found"));
    }

    @Test
    void howFarAPriceMayMoveIsASetting() throws Exception {
        assertThat(wiring.writeback().tolerances().priceShare()).isEqualByComparingTo("0.02");
        ProposalLine line = line();
        wiring.desk().approve(List.of(line.id()), false, "buyer");
        Object price = odoo.server().admin().searchRead("product.supplierinfo", List.of(List.of("id", "=", line.priceId())), "price").getFirst().get("price");
        odoo.server().admin().write("product.supplierinfo", List.of(line.priceId()), Map.of("price", ((Number) price).doubleValue() * 1.01 + 0.02));
        wiring.settings().set(new PlanningSetting(Scope.COMPANY, "", "company", SettingName.PRICE_TOLERANCE, "0"), "buyer");
        assertThat(wiring.writeback().tolerances().priceShare()).isEqualByComparingTo(BigDecimal.ZERO);
        push();
        assertThat(wiring.outbox().conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason()).contains("The price is"));
        assertThat(SettingName.SUPPLY_TOLERANCE.canonical("40 %")).isEqualTo("0.4");
        assertThat(SettingName.SUPPLY_TOLERANCE.canonical("0")).isEqualTo("0");
    }
}
