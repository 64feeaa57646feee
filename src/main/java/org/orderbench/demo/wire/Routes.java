package org.orderbench.demo.wire;

import org.jspecify.annotations.Nullable;

/** Which transport serves which path. */
final class Routes {

    private final Transport xmlRpc;

    Routes(Service service) {
        this.xmlRpc = new XmlRpc(service);
    }

    @Nullable Transport of(String verb, String path) {
        if (path.startsWith("/xmlrpc/2/")) {
            return verb.equals("POST") ? xmlRpc : null;
        }
        return null;
    }
}
