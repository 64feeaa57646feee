package org.orderbench.demo.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP answer before it goes out. */
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    Reply(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    static Reply xml(String body) {
        return new Reply(200, "text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, byte[] body) {
        return new Reply(status, "application/json; charset=utf-8", body);
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
