package org.orderbench.odoo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON within bounds: depth, length of text, digits of a number. Python writes NaN and Infinity, which JSON does not know; they are read. Reads straight into
 * rows, without a tree of tokens between: that is half of what a sync has to compute. Safe for several threads.
 */
final class Json {

    private static final int DIGITS = 100;

    private final JsonMapper mapper;

    private Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static Json within(WireLimits limits) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.bytes())
                        .maxNumberLength(DIGITS)
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
        return new Json(JsonMapper.builder(factory).build());
    }

    /** @throws IllegalArgumentException if it holds what JSON cannot say */
    byte[] write(Object request) {
        try {
            return mapper.writeValueAsBytes(request);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("An argument cannot be written as JSON", e);
        }
    }

    /**
     * Maps, lists, texts, booleans, null; a whole number as the smallest of Integer, Long and BigInteger that holds it, any other as Double.
     *
     * @throws IOException if it is no JSON, exceeds a bound, or something follows
     */
    @Nullable Object read(byte[] body) throws IOException {
        try (JsonParser in = mapper.getFactory().createParser(body)) {
            if (in.nextToken() == null) {
                throw new JsonParseException(in, "it is empty");
            }
            Object value = value(in);
            if (in.nextToken() != null) {
                throw new JsonParseException(in, "something follows it");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> map(in, new LinkedHashMap<>());
            case START_ARRAY -> list(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new JsonParseException(in, "a value was expected");
        };
    }

    /** The rest of an object; {@code read} is what was read of it already. */
    private static Map<String, @Nullable Object> map(JsonParser in, Map<String, @Nullable Object> read) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            read.put(name, value(in));
        }
        return read;
    }

    private static List<@Nullable Object> list(JsonParser in) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        String[] names = null;
        SerializedString[] expected = {};
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                list.add(value(in));
            } else if (names == null) {
                Map<String, @Nullable Object> first = map(in, new LinkedHashMap<>());
                names = first.keySet().toArray(String[]::new);
                expected = Arrays.stream(names).map(SerializedString::new).toArray(SerializedString[]::new);
                list.add(first);
            } else {
                list.add(row(in, names, expected));
            }
        }
        return list;
    }

    /** An object that probably has these names in this order: comparing bytes with what is expected is quicker than looking up which name they are. */
    private static Map<String, @Nullable Object> row(JsonParser in, String[] names, SerializedString[] expected) throws IOException {
        @Nullable Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            if (!in.nextFieldName(expected[i])) {
                String name = in.currentToken() == JsonToken.FIELD_NAME ? in.currentName() : null;
                Map<String, @Nullable Object> read = new LinkedHashMap<>();
                for (int j = 0; j < i; j++) {
                    read.put(names[j], values[j]);
                }
                return name == null ? read : rest(in, name, read);
            }
            in.nextToken();
            values[i] = value(in);
        }
        String more = in.nextFieldName();
        if (more == null) {
            return new JsonRow(names, values);
        }
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (int j = 0; j < names.length; j++) {
            read.put(names[j], values[j]);
        }
        return rest(in, more, read);
    }

    private static Map<String, @Nullable Object> rest(JsonParser in, String name, Map<String, @Nullable Object> read) throws IOException {
        in.nextToken();
        read.put(name, value(in));
        return map(in, read);
    }
}
