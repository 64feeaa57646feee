package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own certificate authority: trusted when somebody said so, and then only what it signed, for the name that it signed it for. */
class TrustTest {

    private static final String PASSWORD = "made-up";

    @TempDir
    static Path folder;

    private static Authority company;
    private static Authority stranger;

    /** A company's authority with a server that it signed for localhost and one for another name, and a stranger's authority. */
    @BeforeAll
    static void sign() throws Exception {
        company = authority("company");
        stranger = authority("stranger");
        signed("right", "dns:localhost");
        signed("wrong", "dns:elsewhere.example");
    }

    private static void keytool(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Authority authority(String name) throws Exception {
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name + " CA, O=Example", "-ext", "bc:c", "-validity", "3650", "-keystore", name + ".p12");
        keytool("-exportcert", "-alias", name, "-keystore", name + ".p12", "-file", name + ".cer");
        return Authority.parse(Files.readAllBytes(folder.resolve(name + ".cer")));
    }

    private static void signed(String name, String subject) throws Exception {
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", name + ".p12");
        keytool("-certreq", "-alias", name, "-keystore", name + ".p12", "-file", name + ".req");
        keytool("-gencert", "-alias", "company", "-keystore", "company.p12", "-infile", name + ".req", "-outfile", name + ".cer", "-ext", "san=" + subject, "-validity", "365");
        keytool("-importcert", "-noprompt", "-alias", "company", "-keystore", name + ".p12", "-file", "company.cer");
        keytool("-importcert", "-noprompt", "-alias", name, "-keystore", name + ".p12", "-file", name + ".cer");
    }

    private static OdooFailure failing(String server, List<Authority> trusted) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(server + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        https.start();
        try {
            OdooConnector connector = new OdooConnector(WireLimits.USUAL, Clock.systemUTC(), () -> trusted);
            return catchThrowableOfType(OdooException.class, () -> connector.connect(new ConnectionSettings("https://localhost:" + https.getAddress().getPort(), "demo", "buyer"), Secret.of("s"))).failure();
        } finally {
            https.stop(0);
        }
    }

    @Test
    void aServerThatTheCompanySignedIsReachedOnceTheCompanyIsTrusted() throws Exception {
        assertThat(failing("right", List.of())).isInstanceOf(OdooFailure.Untrusted.class).extracting(OdooFailure::message).asString().contains("orderbench trust");
        assertThat(failing("right", List.of(company))).as("the conversation goes on").isInstanceOf(OdooFailure.NotOdoo.class).extracting(OdooFailure::message).asString().contains("404");
    }

    @Test
    void anotherAuthorityDoesNotHelp() throws Exception {
        assertThat(failing("right", List.of(stranger))).isInstanceOf(OdooFailure.Untrusted.class);
    }

    @Test
    void aCertificateForAnotherNameIsRefusedThoughItsAuthorityIsTrusted() throws Exception {
        assertThat(failing("wrong", List.of(company))).isInstanceOf(OdooFailure.Untrusted.class);
    }

    @Test
    void onlyOneCertificateOfAnAuthorityIsTaken() throws Exception {
        byte[] server = Files.readAllBytes(folder.resolve("right.cer"));
        assertThatThrownBy(() -> Authority.parse(server)).hasMessageContaining("server's certificate").hasMessageContaining("company CA");
        assertThatThrownBy(() -> Authority.parse("hello".getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("IT");
        assertThatThrownBy(() -> Authority.parse((pem(company) + pem(stranger)).getBytes(StandardCharsets.US_ASCII))).hasMessageContaining("2 certificates");
        assertThat(Authority.parse(pem(company).getBytes(StandardCharsets.US_ASCII))).isEqualTo(company);
        assertThat(company.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}").isNotEqualTo(stranger.fingerprint());
        assertThat(company.name()).contains("company CA");
    }

    private static String pem(Authority authority) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(authority.certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n";
    }
}
