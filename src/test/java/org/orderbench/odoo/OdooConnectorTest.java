package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input and bad servers: each is told apart, and its message says what to do. */
class OdooConnectorTest {

    private static final WireLimits TIGHT = new WireLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String UID = "<int>8</int>";

    private final OdooConnector connector = new OdooConnector(TIGHT, CLOCK);

    private OdooFailure failing(String address) {
        return catchThrowableOfType(OdooException.class, () -> connector.connect(new ConnectionSettings(address, "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s3cret-word"))).failure();
    }

    private OdooFailure failing(RawServer.Script... scripts) throws IOException {
        try (RawServer server = new RawServer(scripts)) {
            OdooFailure failure = failing(server.address());
            assertThat(failure.message()).doesNotContain("s3cret-word").doesNotContain("Traceback");
            return failure;
        }
    }

    /** Signed in, then one call that gets this answer. */
    private OdooFailure failingCall(RawServer.Script answer) throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), RawServer.value(UID), answer);
                OdooSession session = connector.connect(new ConnectionSettings(server.address(), "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s3cret-word"))) {
            return catchThrowableOfType(OdooException.class, () -> session.call("purchase.order", "button_cancel", List.of(List.of(1)), Map.of())).failure();
        }
    }

    @Test
    void signsInAndSaysWhatTheServerIs() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), RawServer.value(UID));
                OdooSession session = connector.connect(new ConnectionSettings(server.address() + "/web#action=1", "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s"))) {
            assertThat(session.server()).isEqualTo(new ServerInfo(server.address(), "demo", "18.0", 18));
            assertThat(session.uid()).isEqualTo(8);
        }
    }

    @Test
    void aVersionBetweenTheYearlyOnesIsUnderstood() throws Exception {
        RawServer.Script saas = RawServer.value("<struct><member><name>server_version</name><value><string>saas~18.3</string></value></member>"
                + "<member><name>server_version_info</name><value><array><data><value><string>saas~18</string></value><value><int>3</int></value></data></array></value></member></struct>");
        try (RawServer server = new RawServer(saas, RawServer.value(UID));
                OdooSession session = connector.connect(new ConnectionSettings(server.address(), "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s"))) {
            assertThat(session.server().major()).isEqualTo(18);
        }
    }

    @ParameterizedTest
    @CsvSource({"ftp://odoo.example, ftp", "not an address, not an address", "https://, address"})
    void anAddressThatIsNoneIsSaidToBeNone(String typed, String named) {
        assertThat(failing(typed)).isInstanceOf(OdooFailure.BadAddress.class).extracting(OdooFailure::message).asString().contains(named);
    }

    @Test
    void nobodyListening() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        OdooFailure failure = failing("http://127.0.0.1:" + port);
        assertThat(failure).isInstanceOf(OdooFailure.Unreachable.class);
        assertThat(failure.message()).contains("refused").contains("Check the address");
    }

    @Test
    void aNameThatDoesNotExist() {
        assertThat(failing("http://no-such-host.invalid").message()).contains("the name is not known");
    }

    @Test
    void aWebSiteIsNotAnOdoo() throws Exception {
        assertThat(failing(RawServer.text("200 OK", "text/html", "<html>Welcome</html>"))).isInstanceOf(OdooFailure.NotOdoo.class);
        assertThat(failing(RawServer.text("404 Not Found", "text/html", "<html>no</html>")).message()).contains("not an Odoo").contains("404");
    }

    @Test
    void anotherXmlRpcServerIsNotAnOdoo() throws Exception {
        assertThat(failing(RawServer.value("<string>WordPress</string>"))).isInstanceOf(OdooFailure.NotOdoo.class);
    }

    @Test
    void aRedirectIsNamedAndNotFollowed() throws Exception {
        OdooFailure failure = failing(RawServer.bytes("301 Moved", "Location: https://elsewhere.example/x\r\n", new byte[0]));
        assertThat(failure.message()).contains("https://elsewhere.example/x").contains("use it as the address");
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "407"})
    void aGateInFrontIsNamed(String status) throws Exception {
        assertThat(failing(RawServer.text(status + " No", "text/plain", "no")).message()).contains("sign-in of its own").contains(status);
    }

    @ParameterizedTest
    @CsvSource({"429", "502", "503", "504"})
    void aServerThatIsBusyOrDownIsTriedAgainLater(String status) throws Exception {
        assertThat(failing(RawServer.text(status + " Busy", "text/html", "<html/>"))).isInstanceOf(OdooFailure.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"'30', 30", "'Mon, 23 Nov 2026 12:01:00 GMT', 60", "'99999999', 3600", "'Mon, 23 Nov 2020 12:01:00 GMT', 0"})
    void retryAfterIsReadInBothItsForms(String header, long seconds) throws Exception {
        OdooFailure failure = failing(RawServer.bytes("503 Busy", "Retry-After: " + header + "\r\n", new byte[0]));
        assertThat(failure).isInstanceOfSatisfying(OdooFailure.Unavailable.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void aSenselessRetryAfterIsNoReasonToFailOtherwise() throws Exception {
        assertThat(failing(RawServer.bytes("503 Busy", "Retry-After: soon\r\n", new byte[0]))).isInstanceOf(OdooFailure.Unavailable.class);
    }

    @Test
    void anOldVersionIsTurnedAwayWithTheSupportedOnes() throws Exception {
        OdooFailure failure = failing(RawServer.version("16.0", 16));
        assertThat(failure).isInstanceOf(OdooFailure.UnsupportedVersion.class);
        assertThat(failure.message()).contains("16.0").contains("17, 18, 19");
    }

    @Test
    void aWrongDatabase() throws Exception {
        OdooFailure failure = failing(RawServer.version("18.0", 18), RawServer.fault("<int>1</int>",
                "Traceback (most recent call last):\n  File x\npsycopg2.OperationalError: connection to server failed: FATAL:  database \"demo\" does not exist\n\n"));
        assertThat(failure).isEqualTo(new OdooFailure.WrongDatabase("demo"));
    }

    @Test
    void aWrongSecretIsFalseNotAFault() throws Exception {
        assertThat(failing(RawServer.version("18.0", 18), RawServer.value("<boolean>0</boolean>"))).isEqualTo(new OdooFailure.WrongSecret("buyer"));
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsSaidToBeSo() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("400 Bad", "text/plain", "bad"))) {
            assertThat(failing(server.address().replace("http:", "https:")).message()).contains("http://");
        }
    }

    @Test
    void halfABodyIsNoAnswer() throws Exception {
        OdooFailure failure = failingCall(out -> out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<?xml version='1.0'?><methodRes".getBytes(StandardCharsets.UTF_8)));
        assertThat(failure).isInstanceOf(OdooFailure.NoAnswer.class);
        assertThat(failure.outcome()).isEqualTo(OdooFailure.Outcome.UNKNOWN);
    }

    @Test
    void aCutConnectionIsNoAnswer() throws Exception {
        assertThat(failingCall(out -> {})).isInstanceOf(OdooFailure.NoAnswer.class);
    }

    @Test
    void aServerThatDripsIsLeftAfterItsTime() throws Exception {
        OdooConnector impatient = new OdooConnector(new WireLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 1 << 20, 20), CLOCK);
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            OdooFailure failure = catchThrowableOfType(OdooException.class,
                    () -> impatient.connect(new ConnectionSettings(server.address(), "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s"))).failure();
            assertThat(failure).isInstanceOf(OdooFailure.NoAnswer.class);
        }
    }

    @Test
    void anAnswerLargerThanTheBoundIsNotRead() throws Exception {
        OdooFailure failure = failingCall(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(blanks);
            }
        });
        assertThat(failure.message()).contains("larger than 1 MB");
    }

    @Test
    void aGzipBombIsNotUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 16];
            for (int i = 0; i < 160; i++) {
                gzip.write(blanks);
            }
        }
        assertThat(failingCall(RawServer.bytes("200 OK", "Content-Type: text/xml\r\nContent-Encoding: gzip\r\n", packed.toByteArray())).message()).contains("unpacks to more than 1 MB");
    }

    @Test
    void honestGzipIsRead() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<?xml version='1.0'?><methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(calling(RawServer.bytes("200 OK", "Content-Type: text/xml\r\nContent-Encoding: gzip\r\n", packed.toByteArray()))).isEqualTo(5);
    }

    private Object calling(RawServer.Script answer) throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), RawServer.value(UID), answer);
                OdooSession session = connector.connect(new ConnectionSettings(server.address(), "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s"))) {
            return session.call("purchase.order", "read", List.of(List.of(1)), Map.of());
        }
    }

    @Test
    void externalAndInternalEntitiesAreRefused() throws Exception {
        assertThat(failingCall(RawServer.xml("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><methodResponse><params><param><value><string>&e;</string></value></param></params></methodResponse>")))
                .isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.xml("<?xml version='1.0'?><!DOCTYPE x SYSTEM 'http://127.0.0.1:1/evil.dtd'><methodResponse/>"))).isInstanceOf(OdooFailure.Malformed.class);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertThat(failingCall(RawServer.value("<array><data><value>".repeat(5000) + "<int>1</int>" + "</value></data></array>".repeat(5000))).message()).contains("depth");
    }

    @Test
    void brokenXmlAndInvalidUtf8AreMalformed() throws Exception {
        assertThat(failingCall(RawServer.xml("<methodResponse><params>"))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.xml(""))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.bytes("200 OK", "Content-Type: text/xml\r\n",
                        "<?xml version='1.0' encoding='UTF-8'?><methodResponse><params><param><value><string>\u00fc</string></value></param></params></methodResponse>".getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.value("<int>twelve</int>"))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.value("<int>99999999999</int>"))).isInstanceOf(OdooFailure.Malformed.class);
        assertThat(failingCall(RawServer.value("<serializable>rO0ABXNyABFqYXZh</serializable>"))).isInstanceOf(OdooFailure.Malformed.class);
    }

    @Test
    void nilAndLongIntegersAreRead() throws Exception {
        assertThat(calling(RawServer.value("<nil/>"))).isNull();
        assertThat(calling(RawServer.value("<array><data><value><i8>5000000000</i8></value><value><nil/></value><value>bare</value></data></array>")))
                .isEqualTo(java.util.Arrays.asList(5_000_000_000L, null, "bare"));
    }

    @Test
    void aFaultWhoseCodeIsTextIsStillAFault() throws Exception {
        assertThat(failingCall(RawServer.fault("<string>1</string>", "Traceback\nValueError: External ID not found in the system: a.b")))
                .isEqualTo(new OdooFailure.ServerFault(1, "ValueError: External ID not found in the system: a.b"));
    }

    @Test
    void cannotMarshalNoneIsNoProofThatNothingHappened() throws Exception {
        OdooFailure failure = failingCall(RawServer.fault("<int>1</int>", "Traceback (most recent call last):\nTypeError: cannot marshal None unless allow_none is enabled\n"));
        assertThat(failure.outcome()).isEqualTo(OdooFailure.Outcome.UNKNOWN);
        assertThat(failure.message()).contains("cannot marshal None");
    }

    @Test
    void faultsAreToldApart() throws Exception {
        assertThat(failingCall(RawServer.fault("<int>2</int>", "In order to delete a purchase order, you must cancel it first.")))
                .isEqualTo(new OdooFailure.Refused("In order to delete a purchase order, you must cancel it first."));
        assertThat(failingCall(RawServer.fault("<int>2</int>", "Object no.such.model doesn't exist"))).isInstanceOf(OdooFailure.MissingModel.class);
        assertThat(failingCall(RawServer.fault("<int>3</int>", "Access Denied"))).isEqualTo(new OdooFailure.WrongSecret("buyer"));
        assertThat(failingCall(RawServer.fault("<int>4</int>", "You are not allowed to access 'X'.\n\nThis operation is allowed for the following groups:\n\t- Purchase/User\n\nContact")))
                .isEqualTo(new OdooFailure.Forbidden("purchase.order", "cancel", "Purchase/User"));
    }

    @Test
    void whatIsSentSurvivesTheWire() throws Exception {
        try (RawServer server = new RawServer(RawServer.version("18.0", 18), RawServer.value(UID), RawServer.value("<int>1</int>"));
                OdooSession session = connector.connect(new ConnectionSettings(server.address(), "demo", "buyer", TransportChoice.Kind.XML_RPC), Secret.of("s"))) {
            session.call("purchase.order", "message_post", List.of(List.of(1)), Map.of("body", "<b>Größe & \uD83D\uDCE6</b>\u0000\u0008"));
            String sent = server.requests().getLast();
            String body = sent.substring(sent.indexOf("<?xml"));
            javax.xml.parsers.DocumentBuilder builder = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            String text = builder.parse(new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))).getDocumentElement().getTextContent();
            assertThat(text).contains("<b>Größe & \uD83D\uDCE6</b>").contains("execute_kw").contains("message_post");
        }
    }

    @Test
    void aServerThatRepeatsTheSecretIsNotQuoted() throws Exception {
        OdooFailure failure = failingCall(RawServer.fault("<int>1</int>", "Traceback\nTypeError: execute_kw('demo', 8, 's3cret-word', 'purchase.order')\n"));
        assertThat(failure.message()).contains("execute_kw").doesNotContain("s3cret-word");
    }
}
