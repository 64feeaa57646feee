package org.orderbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.demo.wire.WireClient;

/** Each fault does to a call what its name says, and the work is done or not done as it says. */
class FaultsTest {

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    private WireClient client;
    private int vendor;

    @BeforeEach
    void signIn() {
        client = new WireClient(odoo.server());
        vendor = (Integer) client.rows("res.partner", List.of(List.of("supplier_rank", ">", 0)), "name").getFirst().get("id");
    }

    private Object load(String key) {
        return client.call("purchase.order", "load", List.of(List.of("id", "partner_id/.id"), List.of(List.of(key, String.valueOf(vendor)))), Map.of());
    }

    private boolean isThere(String key) {
        return odoo.server().admin().ref(key) != 0;
    }

    @Test
    void aCutBeforeTheRequestDoesNothing() {
        odoo.server().faults().next("purchase.order", "load", new Fault.CutBefore());
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(UncheckedIOException.class);
        assertThat(isThere("t.a")).isFalse();
    }

    @Test
    void aCutAfterTheCommitHasDoneTheWork() {
        odoo.server().faults().next("purchase.order", "load", new Fault.CutAfterCommit());
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(UncheckedIOException.class);
        assertThat(isThere("t.a")).isTrue();
    }

    @Test
    void halfAnAnswerEndsInAnError() {
        odoo.server().faults().next("purchase.order", "load", new Fault.Truncated());
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(UncheckedIOException.class);
        assertThat(isThere("t.a")).isTrue();
    }

    @Test
    void garbageAndWebPagesAreNotXmlRpc() {
        odoo.server().faults().next("purchase.order", "load", new Fault.Garbage());
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(IllegalStateException.class);
        odoo.server().faults().next("purchase.order", "load", new Fault.Html());
        assertThatThrownBy(() -> load("t.b")).isInstanceOf(RuntimeException.class);
        assertThat(isThere("t.a")).isTrue();
        assertThat(isThere("t.b")).isFalse();
    }

    @Test
    void aBadGatewayMayHideWorkThatWasDone() {
        odoo.server().faults().next("purchase.order", "load", new Fault.Status(502, true));
        odoo.server().faults().nth(1, "purchase.order", "load", new Fault.Status(502, false));
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> load("t.b")).isInstanceOf(RuntimeException.class);
        assertThat(isThere("t.a")).isTrue();
        assertThat(isThere("t.b")).isFalse();
        assertThat(odoo.server().faults().isEmpty()).isTrue();
    }

    @Test
    void aFaultIsNoProofThatNothingHappened() {
        odoo.server().faults().next("purchase.order", "load", new Fault.FaultAfterCommit());
        assertThatThrownBy(() -> load("t.a")).isInstanceOfSatisfying(WireClient.Failed.class, failed -> assertThat(failed.code()).isEqualTo(1));
        odoo.server().faults().next("purchase.order", "load", new Fault.NoneAfterCommit());
        assertThatThrownBy(() -> load("t.b")).hasMessageContaining("cannot marshal None");
        assertThat(isThere("t.a") && isThere("t.b")).isTrue();
    }

    @Test
    void theLoserOfARaceIsToldInTheAnswer() {
        odoo.server().faults().next("purchase.order", "load", new Fault.SerializationLoser());
        assertThat(load("t.a").toString()).contains("ids=false").contains("could not serialize access");
        assertThat(isThere("t.a")).isFalse();
        assertThat(load("t.a").toString()).doesNotContain("ids=false");
    }

    @Test
    void aSlowAnswerIsStillAnAnswer() {
        odoo.server().faults().next("purchase.order", "load", new Fault.Delay(Duration.ofMillis(30)));
        odoo.server().faults().nth(2, "purchase.order", "load", new Fault.SlowDrip(100, Duration.ofMillis(1)));
        assertThat(load("t.a").toString()).contains("ids=[");
        assertThat(load("t.b").toString()).contains("ids=[");
        assertThat(odoo.server().faults().isEmpty()).isTrue();
    }

    @Test
    void aServerThatIsDownRefusesAndKeepsItsData() {
        load("t.a");
        odoo.server().refuse();
        assertThatThrownBy(() -> load("t.b")).isInstanceOf(UncheckedIOException.class);
        odoo.server().accept();
        assertThat(load("t.a").toString()).contains("ids=[");
    }

    @Test
    void callsAreCountedWhetherHitOrNot() {
        odoo.server().calls().reset();
        odoo.server().faults().times(2, "purchase.order", "load", new Fault.CutBefore());
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> load("t.a")).isInstanceOf(UncheckedIOException.class);
        load("t.a");
        assertThat(odoo.server().calls().of("purchase.order", "load")).isGreaterThanOrEqualTo(3);
        assertThat(odoo.server().calls().of("purchase.order", "write")).isZero();
    }
}
