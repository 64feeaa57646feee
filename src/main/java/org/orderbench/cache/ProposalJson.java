package org.orderbench.cache;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** How proposal lines and decisions are written as JSON: dates and quantities as text, so that they come back exactly. */
public final class ProposalJson {

    private static final List<String> IN_COLUMNS = List.of("id", "state", "quantity", "decision");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Quantity.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                    .addDeserializer(Quantity.class, new FromText<>(Quantity.class, text -> new Quantity(new BigDecimal(text)))))
            .addMixIn(Decision.class, DecisionNames.class)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectReader LINES = JSON.readerFor(ProposalLine.class);

    private ProposalJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decided")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Decision.Approve.class, name = "approve"),
        @JsonSubTypes.Type(value = Decision.Reject.class, name = "reject"),
        @JsonSubTypes.Type(value = Decision.Snooze.class, name = "snooze")
    })
    private interface DecisionNames {}

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse.apply(parser.getText());
        }
    }

    /** The same way of writing for what else the cache keeps as JSON. */
    static JsonMapper mapper() {
        return JSON;
    }

    /** A line without what stands in columns of its own. */
    static String body(ProposalLine line) {
        ObjectNode tree = JSON.valueToTree(line);
        tree.remove(IN_COLUMNS);
        return write(tree);
    }

    static ProposalLine line(long id, String body, LineState state, Quantity quantity, @Nullable String decision) {
        try {
            // The columns' values are put in front of the body, so that a hundred thousand lines are read once each, without a tree between.
            String columns = "{\"id\":" + id + ",\"state\":\"" + state.name() + "\",\"quantity\":\"" + quantity + "\",\"decision\":" + decision + ",";
            return LINES.readValue(columns + body.substring(body.indexOf('{') + 1));
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public static String decision(Decision decision) {
        try {
            return JSON.writerFor(Decision.class).writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision holds only text, dates and quantities", e);
        }
    }

    public static Decision decision(String json) {
        try {
            return JSON.readValue(json, Decision.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static String write(ObjectNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line holds only text, dates and numbers", e);
        }
    }

    private static CacheException unreadable(JsonProcessingException e) {
        return new CacheException(
                CacheException.Reason.DAMAGED,
                "A proposal in the cache cannot be read (" + e.getOriginalMessage() + "). Make a new plan (orderbench propose).",
                e);
    }
}
