package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in JSON, right and wrong. */
class JsonTest {

    private static final Json JSON = Json.within(new WireLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 20));

    private static Object read(String text) throws IOException {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "[1] 2", "{}[]", "nul", "[1,,2]", "{a:1}", "\"x", "[\"\u0001\"]", "<html></html>", "]", "[{\"a\":1},{\"a\"", "[{\"a\":1},{\"a\":2"})
    void whatIsNoJsonIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void invalidUtf8AndTooDeepNestingAreRefused() {
        assertThatThrownBy(() -> JSON.read(new byte[] {'"', (byte) 0xc3, '(', '"'})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[".repeat(30) + "]".repeat(30))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[{\"a\":1},{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("1".repeat(200))).isInstanceOf(IOException.class);
    }

    @Test
    void numbersAreOfTheSmallestKindThatHoldsThem() throws IOException {
        assertThat((List<?>) read("[1, 3000000000, 99999999999999999999, 0.5, 1e999, NaN]")).extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Integer", "Long", "BigInteger", "Double", "Double", "Double");
    }

    @Test
    void rowsOfOneShapeAreMapsLikeAnyOthers() throws IOException {
        List<?> rows = (List<?>) read("[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":null}]");
        Map<?, ?> second = (Map<?, ?>) rows.get(1);
        assertThat(second).isInstanceOf(JsonRow.class);
        assertThat(second.get(new String("id".toCharArray()))).isEqualTo(2);
        assertThat(second.get("other")).isNull();
        assertThat(second.containsKey("name")).isTrue();
        assertThat(second.get("name")).isNull();
        assertThat(second.keySet().stream().map(String::valueOf)).containsExactly("id", "name");
    }

    /** Rows that lack fields, have more, in another order or twice: as the library itself would read them. */
    @Test
    void rowsOfAnyShapeAreReadAsTheLibraryReadsThem() throws IOException {
        ObjectMapper library = new ObjectMapper();
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                Map<Integer, String> fields = new LinkedHashMap<>();
                for (int field = 0; field < random.nextInt(5); field++) {
                    int name = random.nextInt(8) == 0 ? random.nextInt(6) : field;
                    fields.put(fields.size(), "\"f" + name + "\":" + List.of("1", "null", "\"x\"", "[1,{\"a\":2}]", "{\"b\":false}", "2.5").get(random.nextInt(6)));
                }
                rows.add(random.nextInt(9) == 0 ? "7" : "{" + String.join(",", fields.values()) + "}");
            }
            String text = "[" + String.join(",", rows) + "]";
            assertThat(read(text)).as(text).isEqualTo(library.readValue(text, Object.class));
        }
    }
}
