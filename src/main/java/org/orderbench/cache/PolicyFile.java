package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.orderbench.policy.Policy;

/** The policy as a file that a person can edit: everything but which version it is and who made it. */
public final class PolicyFile {

    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PolicyFile() {}

    public static String write(Policy policy) {
        try {
            ObjectNode tree = (ObjectNode) PRETTY.readTree(PolicyJson.write(policy, Policy.class));
            tree.remove(List.of("version", "by", "at", "reason"));
            return PRETTY.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A policy cannot be written as JSON", e);
        }
    }

    /**
     * @param newest lends what the file does not hold
     * @throws IllegalArgumentException saying what is wrong with it; a field that this version does not know is wrong too, for it may be a limit
     */
    public static Policy read(String json, Policy newest) {
        try {
            if (!(PRETTY.readTree(json) instanceof ObjectNode tree)) {
                throw new IllegalArgumentException("it holds no JSON object.");
            }
            tree.put("version", newest.version()).put("by", newest.by()).put("at", newest.at().toString()).put("reason", newest.reason());
            return PolicyJson.read(tree.toString(), Policy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage() + ".", e);
        }
    }
}
