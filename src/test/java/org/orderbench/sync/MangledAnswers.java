package org.orderbench.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which an answer comes out wrong: bytes flipped, cut off, repeated, types swapped. The same random numbers give the same damage. */
final class MangledAnswers {

    /** An answer as it is sent. {@code announced} is the length that its header claims. */
    record Answer(int status, String contentType, byte[] body, int announced, String extraHeader) {

        static Answer plain(int status, String contentType, byte[] body) {
            return new Answer(status, contentType, body, body.length, "");
        }
    }

    private static final Pattern JSON_VALUE = Pattern.compile("(?<=[:\\[,] ?)(-?\\d+(?:\\.\\d+)?|\"(?:[^\"\\\\]|\\\\.){0,60}\"|true|false|null)");
    private static final Pattern XML_VALUE = Pattern.compile("<(int|double|string|boolean|i4|i8)>[^<]{0,60}</\\1>");
    private static final List<String> JSON_OTHERS = List.of(
            "null", "true", "false", "0", "-1", "NaN", "Infinity", "1e999", "-1e308", "99999999999999999999", "0.1", "\"\"", "\"x\"", "\"9999-99-99\"", "\"0001-01-01 00:00:00\"", "[]", "{}", "[1, \"x\"]",
            "\"<script>\\u0000\\u202e\"", "[[[[[[[[]]]]]]]]", "\"\\ud800\"");
    private static final List<String> XML_OTHERS = List.of(
            "<nil/>", "<boolean>1</boolean>", "<boolean>0</boolean>", "<boolean>7</boolean>", "<int>-1</int>", "<int>x</int>", "<i8>99999999999999</i8>", "<double>NaN</double>", "<double>1e999</double>",
            "<string></string>", "<string>9999-99-99</string>", "<array><data></data></array>", "<struct></struct>", "<base64>!!</base64>", "<dateTime.iso8601>x</dateTime.iso8601>", "<ex:nil/>", "");

    private final Random random;

    MangledAnswers(Random random) {
        this.random = random;
    }

    Answer mangle(Answer answer) {
        byte[] body = answer.body();
        return switch (random.nextInt(12)) {
            case 0, 1 -> with(answer, flipped(body));
            case 2 -> with(answer, cut(body));
            case 3 -> new Answer(answer.status(), answer.contentType(), cut(body), body.length + 1, "");
            case 4, 5, 6, 7 -> with(answer, swapped(body));
            case 8 -> with(answer, repeated(body));
            case 9 -> new Answer(List.of(200, 204, 301, 401, 403, 404, 418, 429, 500, 502, 503).get(random.nextInt(11)), answer.contentType(), body, body.length,
                    random.nextBoolean() ? "Retry-After: " + List.of("0", "soon", "-5", "99999999999999").get(random.nextInt(4)) : "Location: javascript:alert(1)");
            case 10 -> new Answer(answer.status(), List.of("text/html", "application/octet-stream", "", "application/json; charset=utf-7").get(random.nextInt(4)), body, body.length,
                    random.nextBoolean() ? "Content-Encoding: gzip" : "Content-Encoding: br");
            default -> with(answer, noise(body));
        };
    }

    private static Answer with(Answer answer, byte[] body) {
        return Answer.plain(answer.status(), answer.contentType(), body);
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int i = 0; body.length > 0 && i < 1 + random.nextInt(8); i++) {
            flipped[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] cut(byte[] body) {
        return java.util.Arrays.copyOf(body, body.length == 0 ? 0 : random.nextInt(body.length));
    }

    private byte[] repeated(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int from = text.isEmpty() ? 0 : random.nextInt(text.length());
        String part = text.substring(from, Math.min(text.length(), from + random.nextInt(200)));
        return (text.substring(0, from) + part.repeat(random.nextInt(4)) + text.substring(from)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] noise(byte[] body) {
        byte[] noise = body.clone();
        int from = body.length == 0 ? 0 : random.nextInt(body.length);
        for (int i = from; i < Math.min(body.length, from + 20); i++) {
            noise[i] = (byte) random.nextInt(256);
        }
        return noise;
    }

    /** One to three values replaced by others of any type; the result stays well-formed. */
    private byte[] swapped(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean xml = text.startsWith("<");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            List<MatchResult> values = new ArrayList<>((xml ? XML_VALUE : JSON_VALUE).matcher(text).results().toList());
            if (values.isEmpty()) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            MatchResult value = values.get(random.nextInt(values.size()));
            List<String> others = xml ? XML_OTHERS : JSON_OTHERS;
            text = text.substring(0, value.start()) + others.get(random.nextInt(others.size())) + text.substring(value.end());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
