package org.orderbench.odoo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that this computer's settings name: the variables {@code https_proxy}, {@code http_proxy} and {@code no_proxy} (in small or capital letters, as curl
 * and Odoo's own tools read them), else what the desktop's settings say. This computer itself is always reached directly.
 */
final class SystemProxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;
    private final @Nullable ProxySelector desktop;

    SystemProxies(Map<String, String> environment, @Nullable ProxySelector desktop) {
        this.environment = environment;
        this.desktop = desktop;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (ServerAddress.isThisComputer(host) || isExcepted(host)) {
            return DIRECT;
        }
        String named = variable(uri.getScheme() + "_proxy");
        if (!named.isEmpty()) {
            return List.of(proxy(named));
        }
        return desktop == null ? DIRECT : desktop.select(uri);
    }

    private boolean isExcepted(String host) {
        for (String each : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String domain = each.replaceFirst("^\\*?\\.?", "");
            if (each.equals("*") || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)))) {
                return true;
            }
        }
        return false;
    }

    /** {@code http://proxy.example:3128}, with or without what stands before the host. */
    private static Proxy proxy(String named) {
        try {
            URI uri = URI.create(named.contains("://") ? named : "http://" + named);
            if (uri.getHost() == null) {
                throw unreadable(named);
            }
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()));
        } catch (IllegalArgumentException e) {
            throw unreadable(named);
        }
    }

    /** What stands before an {@code @} may be a password. */
    private static IllegalArgumentException unreadable(String named) {
        return new IllegalArgumentException("The proxy that the variable https_proxy or http_proxy names (\"" + Words.plain(named.replaceFirst("^.*@", "…@"))
                + "\") is no address. It should look like http://proxy.example.com:3128.");
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
        return value.strip();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException error) {
        if (desktop != null) {
            desktop.connectFailed(uri, proxy, error);
        }
    }
}
