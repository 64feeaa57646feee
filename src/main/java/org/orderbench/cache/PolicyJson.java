package org.orderbench.cache;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.SliceRule;

/** How the policy's records are written as JSON. A field that this version does not know makes a text unreadable: it may be a limit. */
final class PolicyJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse)))
            .addMixIn(SliceRule.class, RuleNames.class)
            .addMixIn(BrakeState.class, BrakeNames.class)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PolicyJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SliceRule.Everything.class, name = "everything"),
        @JsonSubTypes.Type(value = SliceRule.InCategory.class, name = "category"),
        @JsonSubTypes.Type(value = SliceRule.FromVendors.class, name = "vendors"),
        @JsonSubTypes.Type(value = SliceRule.OfClass.class, name = "class"),
        @JsonSubTypes.Type(value = SliceRule.InWarehouses.class, name = "warehouses"),
        @JsonSubTypes.Type(value = SliceRule.HandPicked.class, name = "picked"),
        @JsonSubTypes.Type(value = SliceRule.WithTags.class, name = "tags")
    })
    private interface RuleNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "brake")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BrakeState.Released.class, name = "released"),
        @JsonSubTypes.Type(value = BrakeState.Braked.class, name = "braked"),
        @JsonSubTypes.Type(value = BrakeState.Unreadable.class, name = "unreadable")
    })
    private interface BrakeNames {}

    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    static String write(Object value, Class<?> as) {
        try {
            return JSON.writerFor(as).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + as.getSimpleName() + " as JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(json, type);
    }
}
