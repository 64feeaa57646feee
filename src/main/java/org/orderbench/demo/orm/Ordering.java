package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An order such as {@code sequence, min_qty desc, id}; empty values come last when ascending, first when descending, as in PostgreSQL. */
final class Ordering {

    private record Term(String field, boolean descending) {}

    private final Env env;
    private final Model model;
    private final List<Term> terms = new ArrayList<>();

    Ordering(Env env, Model model, String text) {
        this.env = env;
        this.model = model;
        for (String part : text.split(",")) {
            String[] words = part.strip().toLowerCase(Locale.ROOT).split("\\s+");
            String name = words[0].contains(".") ? words[0].substring(0, words[0].indexOf('.')) : words[0];
            if (!model.has(name)) {
                throw OdooError.value("Invalid field '" + name + "' on model '" + model.name() + "'");
            }
            terms.add(new Term(name, words.length > 1 && words[1].equals("desc")));
        }
    }

    /** Whether it is ascending by id, so that a search can stop early. */
    boolean isById() {
        return terms.getFirst().field().equals("id") && !terms.getFirst().descending();
    }

    /** @param limit how many of the first are wanted; more may come */
    int[] sorted(int[] ids, int limit) {
        if (ids.length < 2) {
            return ids;
        }
        if (terms.getFirst().field().equals("id")) {
            int[] reversed = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                reversed[i] = ids[ids.length - 1 - i];
            }
            return reversed;
        }
        Comparator<Integer> comparator = comparator(0).thenComparing(Comparator.naturalOrder());
        if (limit == 1) {
            return Arrays.stream(ids).boxed().min(comparator).stream().mapToInt(Integer::intValue).toArray();
        }
        return Arrays.stream(ids).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
    }

    private Comparator<Integer> comparator(int depth) {
        Comparator<Integer> all = (_, _) -> 0;
        for (Term term : terms) {
            all = all.thenComparing(one(term, depth));
        }
        return all;
    }

    private Comparator<Integer> one(Term term, int depth) {
        Field field = model.fields().get(term.field());
        IntFunction<@Nullable Object> value = id -> term.field().equals("id") ? (Object) id : new Row(env, model, id).value(term.field());
        Comparator<@Nullable Object> order = Ordering::compare;
        Model other = field == null ? null : env.database().models().get(field.relation());
        if (field != null && field.type() == FieldType.MANY2ONE && other != null && depth < 2) {
            Comparator<Integer> theirs = new Ordering(env, other, other.order()).comparator(depth + 1);
            order = (left, right) -> left instanceof Integer a && right instanceof Integer b && a != 0 && b != 0
                    ? a.equals(b) ? 0 : theirs.compare(a, b) : compare(orNull(left), orNull(right));
        }
        Comparator<@Nullable Object> chosen = order;
        Comparator<Integer> ascending = (left, right) -> chosen.compare(value.apply(left), value.apply(right));
        return term.descending() ? ascending.reversed() : ascending;
    }

    private static @Nullable Object orNull(@Nullable Object id) {
        return id instanceof Integer number && number == 0 ? null : id;
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        boolean noLeft = left == null || left.equals(0L);
        boolean noRight = right == null || right.equals(0L);
        if (noLeft || noRight) {
            return Boolean.compare(noLeft, noRight);
        }
        return switch (left) {
            case Integer number when right instanceof Integer other -> Integer.compare(number, other);
            case Long number when right instanceof Long other -> Long.compare(number, other);
            case Number number when right instanceof Number other -> Double.compare(number.doubleValue(), other.doubleValue());
            case Boolean flag when right instanceof Boolean other -> Boolean.compare(flag, other);
            case null, default -> {
                int order = String.CASE_INSENSITIVE_ORDER.compare(String.valueOf(left), String.valueOf(right));
                yield order != 0 ? order : String.valueOf(left).compareTo(String.valueOf(right));
            }
        };
    }
}
