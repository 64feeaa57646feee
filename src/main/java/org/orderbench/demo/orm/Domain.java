package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search domain: prefix notation read into a tree. */
sealed interface Domain {

    /** A condition on a field, or on a dotted path of fields. */
    record Leaf(String path, String operator, @Nullable Object value) implements Domain {}

    record And(List<Domain> parts) implements Domain {}

    record Or(List<Domain> parts) implements Domain {}

    record Not(Domain part) implements Domain {}

    record Constant(boolean value) implements Domain {}

    /**
     * @throws OdooError if it is not a domain
     */
    static Domain parse(List<?> terms) {
        int[] next = {0};
        List<Domain> parts = new ArrayList<>();
        while (next[0] < terms.size()) {
            parts.add(term(terms, next));
        }
        return new And(parts);
    }

    private static Domain term(List<?> terms, int[] next) {
        if (next[0] >= terms.size()) {
            throw OdooError.value("Domain " + terms + " is syntactically not correct.");
        }
        Object term = terms.get(next[0]++);
        if (term instanceof String operator) {
            return switch (operator) {
                case "&" -> new And(List.of(term(terms, next), term(terms, next)));
                case "|" -> new Or(List.of(term(terms, next), term(terms, next)));
                case "!" -> new Not(term(terms, next));
                default -> throw OdooError.value("Invalid leaf " + operator);
            };
        }
        if (term instanceof List<?> leaf && leaf.size() == 3) {
            String operator = String.valueOf(leaf.get(1)).toLowerCase(java.util.Locale.ROOT);
            if (leaf.getFirst() instanceof Number left && leaf.get(2) instanceof Number right) {
                return new Constant((left.intValue() == right.intValue()) == operator.equals("="));
            }
            return new Leaf(String.valueOf(leaf.getFirst()), operator.equals("<>") ? "!=" : operator.equals("==") ? "=" : operator, leaf.get(2));
        }
        throw OdooError.value("Invalid leaf " + term);
    }

    /** Whether some condition is on this very field. */
    default boolean mentions(String field) {
        return switch (this) {
            case Leaf leaf -> leaf.path().equals(field);
            case And and -> and.parts().stream().anyMatch(part -> part.mentions(field));
            case Or or -> or.parts().stream().anyMatch(part -> part.mentions(field));
            case Not not -> not.part().mentions(field);
            case Constant constant -> false;
        };
    }
}
