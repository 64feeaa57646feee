package org.orderbench.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;

/**
 * Plays one buyer's whole scenario, as it was recorded with real servers, against the demo server: the same shapes, types, statuses, fault
 * codes and messages. Ids and values of the recorded company are replaced by those of the demo's on the way.
 */
class RecordingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Recorded value to the demo's, for what later requests refer to. */
    private final Map<Object, Object> translated = new LinkedHashMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    @ParameterizedTest
    @EnumSource
    void answersAsTheRecordedServerDid(OdooVersion version) throws Exception {
        try (DemoServer server = DemoServer.start(DemoOdoo.small().version(version))) {
            WireClient client = new WireClient(server);
            List<?> index = (List<?>) JSON.readValue(text(version, "index.json"), Object.class);
            assertThat(index).hasSizeGreaterThan(50);
            for (Object each : index) {
                Map<?, ?> step = (Map<?, ?>) each;
                String name = String.valueOf(step.get("name"));
                if (String.valueOf(step.get("path")).startsWith("/json/2/")) {
                    json2(version, client, name, step);
                } else {
                    xmlRpc(version, client, name, String.valueOf(step.get("path")));
                }
            }
        }
        softly.assertAll();
    }

    private void xmlRpc(OdooVersion version, WireClient client, String name, String path) throws Exception {
        XmlRpcRequest request = XmlRpcRequest.read(new java.io.ByteArrayInputStream(text(version, name + ".request.xml").getBytes(StandardCharsets.UTF_8)));
        List<Object> params = new ArrayList<>();
        for (int i = 0; i < request.parameters().size(); i++) {
            boolean isUid = path.endsWith("object") && i == 1;
            params.add(isUid ? client.uid() : translate(request.parameters().get(i)));
        }
        Answer expected = Answer.of(text(version, name + ".response.xml"));
        Answer actual;
        try {
            actual = new Answer(client.send(path.substring(path.lastIndexOf('/') + 1), request.method(), params), null);
        } catch (WireClient.Failed failed) {
            actual = new Answer(null, failed);
        }
        compare(name, expected, actual);
        remember(name, expected.value(), actual.value());
    }

    private record Answer(Object value, WireClient.Failed failed) {
        static Answer of(String body) {
            try {
                return new Answer(WireClient.result(body), null);
            } catch (WireClient.Failed failed) {
                return new Answer(null, failed);
            }
        }
    }

    private void compare(String name, Answer expected, Answer actual) {
        if (expected.failed() != null) {
            softly.assertThat(actual.failed()).as(name + " fails, but got " + actual.value()).isNotNull();
            if (actual.failed() != null) {
                softly.assertThat(actual.failed().code()).as(name + " fault code").isEqualTo(expected.failed().code());
                boolean traceback = expected.failed().getMessage().startsWith("Traceback");
                softly.assertThat(actual.failed().getMessage().startsWith("Traceback")).as(name + " has a traceback").isEqualTo(traceback);
                softly.assertThat(traceback ? actual.failed().lastLine() : actual.failed().getMessage()).as(name + " message")
                        .isEqualTo(traceback ? expected.failed().lastLine() : expected.failed().getMessage());
            }
            return;
        }
        softly.assertThat(actual.failed()).as(name + " succeeds").isNull();
        if (name.contains("-fields-")) {
            fields(name, (Map<?, ?>) expected.value(), (Map<?, ?>) actual.value());
        } else if (name.contains("-load-") || name.endsWith("-load")) {
            softly.assertThat(scrub(actual.value())).as(name).isEqualTo(scrub(expected.value()));
        } else {
            shape(name, expected.value(), actual.value());
        }
    }

    /** Every field that both have is described alike; the demo has no fields that the recorded server had not, save of apps it had not. */
    private void fields(String name, Map<?, ?> expected, Map<?, ?> actual) {
        int common = 0;
        for (Object field : expected.keySet()) {
            if (actual.containsKey(field)) {
                // 17 lets one attribute slip in for one field that nobody asked for.
                softly.assertThat(actual.get(field)).as(name + " " + field).isEqualTo(without(expected.get(field), "searchable"));
                common++;
            }
        }
        softly.assertThat(common).as(name + " fields in common").isGreaterThan(expected.size() * 3 / 4);
    }

    /** Same types and keys; a many2one or a text may be empty on either side. */
    private void shape(String path, Object expected, Object actual) {
        if (Boolean.FALSE.equals(expected) || Boolean.FALSE.equals(actual)) {
            return;
        }
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            softly.assertThat(other.keySet()).as(path).isEqualTo(map.keySet());
            map.forEach((key, value) -> {
                if (other.containsKey(key)) {
                    shape(path + "." + key, value, other.get(key));
                }
            });
        } else if (expected instanceof List<?> list && actual instanceof List<?> other) {
            boolean sameLength = !list.isEmpty() && list.getFirst() instanceof Integer && list.size() == 2;
            softly.assertThat(other.isEmpty()).as(path + " empty").isEqualTo(list.isEmpty());
            if (sameLength) {
                softly.assertThat(other).as(path).hasSameSizeAs(list);
            }
            for (int i = 0; i < Math.min(list.size(), other.size()); i++) {
                shape(path + "[" + i + "]", list.get(i), other.get(i));
            }
        } else {
            softly.assertThat(actual.getClass()).as(path + ": " + expected + " and " + actual).isEqualTo(expected.getClass());
        }
    }

    private void json2(OdooVersion version, WireClient client, String name, Map<?, ?> step) throws Exception {
        Object body = translate(JSON.readValue(text(version, name + ".request.json"), Object.class));
        String key = name.contains("bad-key") ? "wrong" : "demo";
        String database = name.contains("wrong-database") ? "nodb" : "demo";
        HttpResponse<String> response = client.post(String.valueOf(step.get("path")), "application/json", JSON.writeValueAsString(body), "Authorization", "bearer " + key,
                "X-Odoo-Database", database);
        softly.assertThat(response.statusCode()).as(name + " status").isEqualTo(step.get("status"));
        softly.assertThat(response.headers().firstValue("Content-Type")).as(name).hasValue(String.valueOf(step.get("content_type")));
        String recorded = text(version, name + ".response.json");
        if (recorded.startsWith("<")) {
            softly.assertThat(response.body()).as(name).isEqualTo(recorded);
            return;
        }
        Object expected = JSON.readValue(recorded, Object.class);
        Object actual = JSON.readValue(response.body(), Object.class);
        if (expected instanceof Map<?, ?> error && error.containsKey("debug")) {
            softly.assertThat(without(actual, "debug")).as(name).isEqualTo(without(expected, "debug"));
        } else if (name.contains("load-")) {
            softly.assertThat(scrub(actual)).as(name).isEqualTo(scrub(expected));
        } else if (expected == null) {
            softly.assertThat(actual).as(name).isNull();
        } else {
            shape(name, expected, actual);
        }
        remember(name, expected, actual);
    }

    private static Map<Object, Object> without(Object map, String key) {
        Map<Object, Object> rest = new LinkedHashMap<>((Map<?, ?>) map);
        rest.remove(key);
        return rest;
    }

    /** An import's answer without its ids. */
    private static Object scrub(Object value) {
        return value instanceof Map<?, ?> map && map.get("ids") instanceof List<?> ? Map.of("ids", 1, "messages", map.get("messages"), "nextrow", map.get("nextrow")) : value;
    }

    /** What later requests name: vendor, product, order. */
    private void remember(String name, Object expected, Object actual) {
        switch (name.substring(3)) {
            case "price-for-order" -> {
                Map<?, ?> theirs = (Map<?, ?>) ((List<?>) expected).getFirst();
                Map<?, ?> ours = (Map<?, ?>) ((List<?>) actual).getFirst();
                number("partner", ((List<?>) theirs.get("partner_id")).getFirst(), ((List<?>) ours.get("partner_id")).getFirst());
                number("template", ((List<?>) theirs.get("product_tmpl_id")).getFirst(), ((List<?>) ours.get("product_tmpl_id")).getFirst());
            }
            case "variant-for-order" -> number("product", ((List<?>) expected).getFirst(), ((List<?>) actual).getFirst());
            case "load", "json2-load" -> number("order", ((List<?>) ((Map<?, ?>) expected).get("ids")).getFirst(), ((List<?>) ((Map<?, ?>) actual).get("ids")).getFirst());
            default -> {
                // Nothing later refers to this answer.
            }
        }
    }

    private void number(String kind, Object theirs, Object ours) {
        translated.put(theirs, ours);
        if (!kind.equals("template")) {
            translated.put(theirs.toString(), ours.toString());
        }
    }

    private Object translate(Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(translate(item)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, key.equals("limit") ? item : translate(item)));
            return copy;
        }
        return "SECRET".equals(value) ? "demo" : translated.getOrDefault(value, value);
    }

    private static String text(OdooVersion version, String name) throws Exception {
        try (InputStream stream = RecordingsTest.class.getResourceAsStream("/odoo-recordings/" + version.series() + "/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
