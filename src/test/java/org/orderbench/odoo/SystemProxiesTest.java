package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemProxiesTest {

    private static final ProxySelector DESKTOP = ProxySelector.of(InetSocketAddress.createUnresolved("desktop.example", 8080));

    private static String chosen(Map<String, String> environment, String address) {
        Proxy proxy = new SystemProxies(environment, DESKTOP).select(URI.create(address)).getFirst();
        return proxy.type() == Proxy.Type.DIRECT ? "direct" : ((InetSocketAddress) proxy.address()).getHostString() + ":" + ((InetSocketAddress) proxy.address()).getPort();
    }

    @ParameterizedTest
    @CsvSource({
        "https://odoo.example.com, proxy.example:3128", "http://odoo.example.com, plain.example:80", "https://erp.intern.example, direct", "https://intern.example, direct",
        "https://notintern.example, proxy.example:3128", "http://127.0.0.1:8069, direct", "http://localhost:8069, direct", "https://10.0.0.7, direct"
    })
    void variablesNameTheProxyAndTheExceptions(String address, String proxy) {
        assertThat(chosen(Map.of("HTTPS_PROXY", "http://user:word@proxy.example:3128/", "http_proxy", "plain.example", "no_proxy", ".intern.example, 10.0.0.7"), address)).isEqualTo(proxy);
    }

    @Test
    void withoutVariablesTheDesktopsSettingsCount() {
        assertThat(chosen(Map.of(), "https://odoo.example.com")).isEqualTo("desktop.example:8080");
        assertThat(chosen(Map.of("no_proxy", "*"), "https://odoo.example.com")).isEqualTo("direct");
    }

    @Test
    void anUnreadableProxyIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> chosen(Map.of("https_proxy", "http://user:w0rd@not a host"), "https://odoo.example.com"))
                .hasMessageContaining("not a host").hasMessageContaining("https_proxy").hasMessageNotContaining("w0rd");
    }

    @Test
    void whatIsSentGoesToTheProxy() throws Exception {
        try (RawServer proxy = new RawServer(RawServer.text("407 Proxy Authentication Required", "text/plain", "who are you"))) {
            OdooConnector connector = new OdooConnector(WireLimits.USUAL, Clock.systemUTC(), List::of, new SystemProxies(Map.of("http_proxy", proxy.address()), null));
            OdooFailure failure = catchThrowableOfType(OdooException.class, () -> connector.connect(new ConnectionSettings("http://odoo.invalid", "demo", "buyer"), Secret.of("s"))).failure();
            assertThat(proxy.requests().getFirst()).startsWith("POST http://odoo.invalid/xmlrpc/2/common");
            assertThat(failure.message()).contains("407");
        }
    }
}
