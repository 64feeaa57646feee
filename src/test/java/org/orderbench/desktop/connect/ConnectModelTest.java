package org.orderbench.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.odoo.ServerInfo;

/** The way from nothing to proposals, and every way in which it stops. */
class ConnectModelTest {

    private static final Situation SIGNED_IN =
            new Situation(new ServerInfo("https://erp.example", "acme", "18.0", 18), "ana", true, null, false, null, null, "");

    private final List<String> did = new ArrayList<>();
    private final List<char[]> secrets = new ArrayList<>();
    private Connector.Probe answer = new Connector.Found(new ServerInfo("https://erp.example", "", "18.0", 18), List.of("acme"), false);
    private Connector.Result result = new Connector.Connected(new ServerInfo("https://erp.example", "acme", "18.0", 18), Connector.Kept.MEMORY, "JSON-RPC (the cheapest)");
    private Situation situation = Situation.NONE;
    private Job sync = progress -> {
        did.add("sync");
        situation = read();
        return "";
    };

    private static Situation read() {
        Instant now = Instant.EPOCH;
        return new Situation(SIGNED_IN.server(), "ana", true, null, false, now, now, "");
    }

    private ConnectModel model() {
        Connector connector = new Connector() {
            @Override
            public Probe probe(String address) {
                did.add("probe " + address);
                return answer;
            }

            @Override
            public Result connect(String address, String database, String login, char[] secret) {
                did.add("connect " + address + " " + database + " " + login + " " + new String(secret));
                secrets.add(secret);
                return result;
            }
        };
        Job plan = progress -> {
            did.add("plan");
            return "";
        };
        WorkbenchServices services = new ServicesOf(progress -> sync.run(progress), plan, () -> situation, connector).services();
        return new ConnectModel(services, Tasks.sameThread(), new Texts(Locale.UK), progress -> "", () -> did.add("ready"), () -> did.add("demo"));
    }

    private ConnectModel filled() {
        ConnectModel model = model();
        model.address().set("erp.example");
        model.database().set("acme");
        model.login().set("ana");
        return model;
    }

    @Test
    void signingInReadsAndPlansAndIsReady() {
        char[] secret = "key".toCharArray();
        filled().signIn(secret);
        assertThat(did).containsExactly("connect erp.example acme ana key", "sync", "plan", "ready");
        assertThat(secret).as("wiped").containsOnly('\0');
    }

    @Test
    void howCallsTravelAndWhereTheSecretLiesIsSaid() {
        ConnectModel model = filled();
        model.signIn("key".toCharArray());
        assertThat(model.connected().get()).isEqualTo("Signed in to Odoo 18.0 over JSON-RPC (the cheapest). The key is kept until this window is closed; it is asked for again at the next start.");
    }

    @Test
    void theOnlyDatabaseIsFilledIn() {
        ConnectModel model = model();
        model.address().set("erp.example/web#menu");
        model.check();
        assertThat(model.checked().get()).isInstanceOf(ConnectModel.Good.class);
        assertThat(model.database().get()).isEqualTo("acme");
    }

    @Test
    void ofSeveralDatabasesOneIsChosenByTheUser() {
        answer = new Connector.Found(new ServerInfo("https://erp.example", "", "18.0", 18), List.of("acme", "acme-test"), false);
        ConnectModel model = model();
        model.address().set("erp.example");
        model.check();
        assertThat(model.databases()).containsExactly("acme", "acme-test");
        assertThat(model.database().get()).isEmpty();
    }

    @Test
    void anAddressThatIsNoOdooIsSaid() {
        answer = new Connector.Unusable("What answers there is not an Odoo server.");
        ConnectModel model = model();
        model.address().set("example.com");
        model.check();
        assertThat(model.checked().get()).isEqualTo(new ConnectModel.Bad("What answers there is not an Odoo server."));
        assertThat(model.databases()).isEmpty();
    }

    @Test
    void aFewLettersAreNotAskedFor() {
        ConnectModel model = model();
        model.address().set("erp");
        model.check();
        assertThat(did).isEmpty();
    }

    @Test
    void aRefusedKeyStaysOnTheFormAndNamesTheField() {
        result = new Connector.Failed("Odoo does not accept this login and secret.", Connector.Cause.SECRET);
        ConnectModel model = filled();
        char[] secret = "wrong".toCharArray();
        model.signIn(secret);
        assertThat(model.page().get()).isEqualTo(ConnectModel.Page.SIGN_IN);
        assertThat(model.problem().get()).isEqualTo(new ConnectModel.Problem("Odoo does not accept this login and secret.", Connector.Cause.SECRET));
        assertThat(secret).containsOnly('\0');
        assertThat(did).containsExactly("connect erp.example acme ana wrong");
    }

    @Test
    void anEmptyFieldIsSaidWithoutAsking() {
        ConnectModel model = model();
        model.signIn("key".toCharArray());
        assertThat(model.problem().get().cause()).isEqualTo(Connector.Cause.ADDRESS);
        assertThat(did).isEmpty();
    }

    @Test
    void aStoppedReadingDoesNotPlanAndCanGoOn() {
        sync = progress -> {
            did.add("sync");
            return "stopped";
        };
        ConnectModel model = filled();
        model.signIn("key".toCharArray());
        assertThat(model.page().get()).isEqualTo(ConnectModel.Page.STOPPED);
        assertThat(did).doesNotContain("plan", "ready");
        sync = progress -> {
            situation = read();
            return "";
        };
        model.tryAgain();
        assertThat(did).endsWith("plan", "ready");
    }

    @Test
    void aFailedReadingSaysWhyAndTriesAgain() {
        sync = progress -> {
            throw new IllegalStateException("The server is not available at the moment.");
        };
        ConnectModel model = filled();
        model.signIn("key".toCharArray());
        assertThat(model.page().get()).isEqualTo(ConnectModel.Page.STOPPED);
        assertThat(model.problem().get().message()).isEqualTo("The server is not available at the moment.");
        model.back();
        assertThat(model.address().get()).as("what was typed stays").isEqualTo("erp.example");
    }

    @Test
    void aProfileThatIsSignedInGoesOnWithReading() {
        ConnectModel model = model();
        model.begin(SIGNED_IN);
        assertThat(model.page().get()).isEqualTo(ConnectModel.Page.STOPPED);
        situation = SIGNED_IN;
        model.tryAgain();
        assertThat(did).containsExactly("sync", "plan", "ready");
    }

    @Test
    void theDemoIsReadyWithoutAnyAddress() {
        model().tryDemo();
        assertThat(did).containsExactly("demo");
    }
}
