package org.orderbench.demo.wire;

import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Which transport serves which path. */
final class Routes {

    private final Transport xmlRpc;
    private final Transport jsonRpc;
    private final Transport json2;
    private final Transport versionPage;
    private final boolean modern;

    Routes(Service service) {
        this.xmlRpc = new XmlRpc(service);
        this.jsonRpc = new JsonRpc(service);
        this.json2 = new Json2(service);
        this.versionPage = new VersionPage(service);
        this.modern = service.database().version().atLeast(OdooVersion.V19);
    }

    @Nullable Transport of(String verb, String path) {
        if (path.equals("/web/version") || path.equals("/json/version")) {
            return modern && !verb.equals("POST") ? versionPage : null;
        }
        if (!verb.equals("POST")) {
            return null;
        }
        if (path.startsWith("/xmlrpc/2/")) {
            return xmlRpc;
        }
        if (path.startsWith("/json/2/")) {
            return modern ? json2 : null;
        }
        return path.equals("/jsonrpc") || path.startsWith("/web/session/") || path.startsWith("/web/dataset/call") || path.equals("/web/webclient/version_info") ? jsonRpc : null;
    }
}
