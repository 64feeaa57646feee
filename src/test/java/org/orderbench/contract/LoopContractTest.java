package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.Wiring;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.Secret;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.PushReport;

/** The whole loop over one transport and no other: read, propose, approve, push; push again and nothing is written. */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class LoopContractTest {

    @Parameter
    Target target;

    @TempDir
    Path folder;

    private Wiring wiring;
    private ConnectedSession session;

    @BeforeEach
    void connect() throws OdooException {
        wiring = Wiring.open(folder, Clock.systemUTC(), Secret.of(target.secret()));
        session = wiring.signIn().connect(new ConnectionSettings(target.url(), target.database(), target.login(), target.kind()), Secret.of(target.secret()));
    }

    /** Cancelled and not deleted: a key whose order was deleted stays behind as a rejection, and the next transport's round would ask a person. */
    @AfterEach
    void takeAway() throws OdooException {
        for (OutboxEntry entry : wiring.outbox().entries()) {
            if (entry.orderId() != null) {
                try {
                    session.call("purchase.order", "button_cancel", List.of(List.of(entry.orderId())), Map.of());
                } catch (OdooException e) {
                    assertThat(e.failure().message()).contains("cannot marshal None");
                }
            }
        }
        session.close();
        wiring.close();
    }

    private List<?> rows(String model, List<?> domain, String... fields) throws OdooException {
        return (List<?>) session.call(model, "search_read", List.of(domain), Map.of("fields", List.of(fields), "order", "id"));
    }

    @Test
    void aDraftWithTwoLinesAndANoteAndAConfirmedOrderAreWrittenOnce() throws Exception {
        SyncReport read = wiring.synchronizer(session).run(SyncMode.FULL, step -> {}, () -> false);
        assertThat(read.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        wiring.plan(done -> {});
        List<Proposal> proposals = wiring.proposals().current().stream().sorted(Comparator.comparing(each -> -each.lines().size())).toList();
        assertThat(proposals).as("this Odoo has to be short of something at two vendors").hasSizeGreaterThan(1);
        List<Long> two = proposals.getFirst().lines().stream().filter(line -> line.state() == LineState.OPEN).limit(2).map(ProposalLine::id).toList();
        assertThat(two).as("and of two things at one of them").hasSize(2);
        wiring.desk().approve(two, false, "buyer");
        wiring.desk().approve(List.of(proposals.get(1).lines().getFirst().id()), true, "buyer");

        PushReport first = wiring.writeback().pusher(session).push();
        PushReport second = wiring.writeback().pusher(session).push();
        assertThat(first.written()).as("%s", first).isEqualTo(2);
        assertThat(second.written()).as("%s", second).isZero();
        assertThat(wiring.journal().verify().whole()).isTrue();
        assertThat(session.transport().kind()).isEqualTo(target.kind());

        List<Object> found = new ArrayList<>();
        for (OutboxEntry entry : wiring.outbox().entries()) {
            List<?> id = List.of(List.of("id", "=", entry.orderId()));
            Map<?, ?> order = (Map<?, ?>) rows("purchase.order", id, "state", "order_line").getFirst();
            found.add(order.get("state") + " with " + ((List<?>) order.get("order_line")).size());
            assertThat(rows("mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", entry.orderId()), List.of("message_type", "=", "comment")), "body"))
                    .singleElement().satisfies(note -> assertThat(String.valueOf(((Map<?, ?>) note).get("body"))).contains("Why this was ordered"));
        }
        assertThat(found).containsExactlyInAnyOrder("draft with 2", "purchase with 1");
    }
}
