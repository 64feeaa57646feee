package org.orderbench.demo.orm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the records of a model that satisfy a domain, archived ones left out unless the domain or the context asks for them. */
final class Search {

    private final Env env;
    private final Model model;
    private final Domain domain;

    Search(Env env, Model model, List<?> terms) {
        this(env, model, Domain.parse(terms));
    }

    Search(Env env, Model model, Domain domain) {
        this.env = env;
        this.model = model;
        boolean hideArchived = model.hasStored("active", FieldType.BOOLEAN) && env.context().activeTest() && !domain.mentions("active");
        this.domain = hideArchived ? new Domain.And(List.of(domain, new Domain.Leaf("active", "=", true))) : domain;
    }

    /** All matches, by id. */
    int[] ids() {
        return firstById(Integer.MAX_VALUE);
    }

    int count() {
        return ids().length;
    }

    BitSet set() {
        BitSet set = new BitSet();
        for (int id : ids()) {
            set.set(id);
        }
        return set;
    }

    /**
     * One page.
     *
     * @param limit 0 for no limit
     * @param order Odoo's order text, or null for the model's own
     */
    int[] page(int offset, int limit, @Nullable String order) {
        Ordering ordering = new Ordering(env, model, order == null || order.isEmpty() ? model.order() : order);
        int end = limit <= 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
        int[] ids = ordering.isById() ? firstById(end) : ordering.sorted(ids(), end);
        return Arrays.copyOfRange(ids, Math.min(offset, ids.length), Math.min(end, ids.length));
    }

    private int[] firstById(int limit) {
        IntPredicate filter = new Filter(env, model).compile(domain);
        Table table = model.table();
        int[] found = new int[16];
        int size = 0;
        int[] candidates = candidates(domain);
        int position = 0;
        int id = candidates == null ? table.alive().nextSetBit(lowest(domain)) : -1;
        while (size < limit) {
            if (candidates != null) {
                if (position >= candidates.length) {
                    break;
                }
                id = candidates[position++];
                if (!table.contains(id)) {
                    continue;
                }
            } else if (id < 0) {
                break;
            }
            if (filter.test(id)) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = id;
            }
            if (candidates == null) {
                id = table.alive().nextSetBit(id + 1);
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** The least id that can match, from conditions such as {@code id > 2000}. */
    private static int lowest(Domain domain) {
        return switch (domain) {
            case Domain.And and -> and.parts().stream().mapToInt(Search::lowest).max().orElse(1);
            case Domain.Leaf leaf when leaf.path().equals("id") && leaf.value() instanceof Number number ->
                    leaf.operator().equals(">") ? Math.max(1, number.intValue() + 1) : leaf.operator().equals(">=") ? Math.max(1, number.intValue()) : 1;
            case Domain.Leaf leaf -> 1;
            case Domain.Or or -> 1;
            case Domain.Not not -> 1;
            case Domain.Constant constant -> 1;
        };
    }

    /** A short list that holds every match, sorted, where an index or ids give one; else null. */
    private int @Nullable [] candidates(Domain domain) {
        return switch (domain) {
            case Domain.And and -> {
                int[] best = null;
                for (Domain part : and.parts()) {
                    int[] some = candidates(part);
                    best = some != null && (best == null || some.length < best.length) ? some : best;
                }
                yield best;
            }
            case Domain.Leaf leaf -> ofLeaf(leaf);
            case Domain.Or or -> null;
            case Domain.Not not -> null;
            case Domain.Constant constant -> null;
        };
    }

    private int @Nullable [] ofLeaf(Domain.Leaf leaf) {
        boolean equals = leaf.operator().equals("=") && leaf.value() instanceof Number;
        boolean in = leaf.operator().equals("in") && leaf.value() instanceof List<?> list && list.stream().allMatch(Number.class::isInstance);
        if (!equals && !in) {
            return null;
        }
        int[] values = Values.ids(leaf.value());
        if (leaf.path().equals("id")) {
            return Arrays.stream(values).filter(id -> id > 0).sorted().distinct().toArray();
        }
        if (!model.table().isIndexed(leaf.path()) || model.computeOf(leaf.path()) != null) {
            return null;
        }
        return Arrays.stream(values).flatMap(value -> Arrays.stream(model.table().referring(leaf.path(), value))).sorted().distinct().toArray();
    }
}
