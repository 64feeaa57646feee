package org.orderbench.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer server;
    private KeyPair publisher;

    @BeforeEach
    void start() throws Exception {
        publisher = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewerVersionIsToldWithItsPage() throws Exception {
        publish("""
                {"version": "1.3.0", "page": "https://orderbench.example/1.3.0", "summary": "Faster\\n sync."}""", publisher);
        assertThat(check("1.2.9").ask())
                .isEqualTo(new UpdateStatus.Newer(new Release("1.3.0"), URI.create("https://orderbench.example/1.3.0"), "Faster sync."));
    }

    @ParameterizedTest
    @CsvSource({"1.3.0", "1.3", "1.10.0", "2.0.0-SNAPSHOT"})
    void theSameOrAnOlderOneIsNoNews(String running) throws Exception {
        publish("""
                {"version": "1.3.0", "page": "https://orderbench.example/1.3.0"}""", publisher);
        assertThat(check(running).ask()).isEqualTo(new UpdateStatus.Current(new Release("1.3.0")));
    }

    @Test
    void whatSomebodyElseSignedIsNotBelieved() throws Exception {
        publish("""
                {"version": "9.0.0", "page": "https://evil.example/"}""", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        assertThat(check("1.0.0").ask()).isInstanceOfSatisfying(UpdateStatus.Unknown.class, unknown -> assertThat(unknown.reason()).contains("signature"));
    }

    @Test
    void whatWasChangedAfterSigningIsNotBelieved() throws Exception {
        publish("""
                {"version": "1.0.1", "page": "https://orderbench.example/"}""", publisher);
        files.computeIfPresent("/news.json", (path, bytes) -> new String(bytes, StandardCharsets.UTF_8).replace("orderbench", "evilbranch").getBytes(StandardCharsets.UTF_8));
        assertThat(check("1.0.0").ask()).isInstanceOf(UpdateStatus.Unknown.class);
    }

    @Test
    void withoutASignatureOrAServerNothingIsBelieved() throws Exception {
        publish("""
                {"version": "9.0.0", "page": "https://orderbench.example/"}""", publisher);
        files.remove("/news.json.sig");
        assertThat(check("1.0.0").ask()).isInstanceOfSatisfying(UpdateStatus.Unknown.class, unknown -> assertThat(unknown.reason()).contains("status 404"));
        UpdateCheck nowhere = check("1.0.0");
        server.stop(0);
        assertThat(nowhere.ask()).isInstanceOfSatisfying(UpdateStatus.Unknown.class, unknown -> assertThat(unknown.reason()).contains("cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "{}", "no json", "{\"version\": \"latest\"}", "{\"version\": \"9.0\", \"page\": \"javascript:alert(1)\"}", "{\"version\": \"9.0\", \"page\": \"http://orderbench.example\"}"
    })
    void aSignedAnnouncementThatMakesNoSenseIsSaidToBeSo(String announcement) throws Exception {
        publish(announcement, publisher);
        assertThat(check("1.0.0").ask()).isInstanceOfSatisfying(UpdateStatus.Unknown.class, unknown -> assertThat(unknown.reason()).contains("cannot be read"));
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        files.put("/news.json", new byte[1 << 20]);
        assertThat(check("1.0.0").ask()).isInstanceOf(UpdateStatus.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orderbench.example/news.json", "ftp://orderbench.example/", "orderbench", "https:///x", "http://127.evil.example/", "ht tp://"})
    void anAddressThatOthersCanListenToIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> UpdateSource.of(address, key())).withMessageContaining("https://");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateSource.of("https://orderbench.example/news.json", "bm8ga2V5"))
                .withMessageContaining("Ed25519");
    }

    private UpdateCheck check(String running) {
        return new UpdateCheck(UpdateSource.of("http://127.0.0.1:" + server.getAddress().getPort() + "/news.json", key()), new Release(running));
    }

    private String key() {
        return Base64.getEncoder().encodeToString(publisher.getPublic().getEncoded());
    }

    private void publish(String announcement, KeyPair signer) throws GeneralSecurityException, IOException {
        byte[] bytes = announcement.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer.getPrivate());
        signature.update(bytes);
        files.put("/news.json", bytes);
        files.put("/news.json.sig", Base64.getEncoder().encode(signature.sign()));
    }
}
