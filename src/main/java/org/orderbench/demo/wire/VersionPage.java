package org.orderbench.demo.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.OdooError;

/** {@code GET /web/version} and {@code /json/version}, from 19 on, without sign-in. */
final class VersionPage implements Transport, Transport.Encoder {

    private final Service service;

    VersionPage(Service service) {
        this.service = service;
    }

    @Override
    public Call parse(Request request) {
        return new Call("common", "version", () -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("version_info", List.of(service.database().version().major(), 0, 0, "final", 0, ""));
            answer.put("version", service.database().version().series());
            return answer;
        }, this);
    }

    @Override
    public Reply result(@Nullable Object value) {
        return Reply.json(200, JsonRpc.bytes(value));
    }

    @Override
    public Reply failure(OdooError error) {
        return Reply.html(500, "<h1>Internal Server Error</h1>\n");
    }
}
