package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Compiles a domain into a test on ids of one model. */
final class Filter {

    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=", "=?", "in", "not in", "like", "not like", "ilike", "not ilike",
            "=like", "=ilike", "child_of", "parent_of", "any", "not any");

    private final Env env;
    private final Model model;

    Filter(Env env, Model model) {
        this.env = env;
        this.model = model;
    }

    IntPredicate compile(Domain domain) {
        return switch (domain) {
            case Domain.And and -> {
                IntPredicate[] parts = compiled(and.parts());
                yield parts.length == 1 ? parts[0] : id -> decided(parts, id, false);
            }
            case Domain.Or or -> {
                IntPredicate[] parts = compiled(or.parts());
                yield id -> decided(parts, id, true);
            }
            case Domain.Not not -> compile(not.part()).negate();
            case Domain.Constant constant -> id -> constant.value();
            case Domain.Leaf leaf -> leaf(leaf);
        };
    }

    private IntPredicate[] compiled(List<Domain> parts) {
        return parts.stream().map(this::compile).toArray(IntPredicate[]::new);
    }

    /** What the first part that says so decides; the opposite if none does. No stream: millions of records are asked. */
    private static boolean decided(IntPredicate[] parts, int id, boolean by) {
        for (IntPredicate part : parts) {
            if (part.test(id) == by) {
                return by;
            }
        }
        return !by;
    }

    private IntPredicate leaf(Domain.Leaf leaf) {
        if (!OPERATORS.contains(leaf.operator())) {
            throw OdooError.value(env.version().atLeast(OdooVersion.V19) ? "Invalid operator in condition " + python(leaf) : "Invalid leaf " + python(leaf));
        }
        if (leaf.operator().equals("=?")) {
            return Values.truthy(leaf.value()) ? leaf(new Domain.Leaf(leaf.path(), "=", leaf.value())) : id -> true;
        }
        int dot = leaf.path().indexOf('.');
        String first = dot < 0 ? leaf.path() : leaf.path().substring(0, dot);
        Field field = model.fields().get(first);
        if (field == null) {
            String kind = env.version().atLeast(OdooVersion.V19) ? "condition" : "leaf";
            throw OdooError.value("Invalid field " + model.name() + "." + first + " in " + kind + " " + python(leaf));
        }
        String path = model.computeOf(first) == null ? model.relatedPath(first) : null;
        if (path != null) {
            return leaf(new Domain.Leaf(dot < 0 ? path : path + leaf.path().substring(dot), leaf.operator(), leaf.value()));
        }
        if (model.holder(first) != null) {
            return leaf(new Domain.Leaf(model.parentLink() + "." + leaf.path(), leaf.operator(), leaf.value()));
        }
        if (dot > 0) {
            return through(field, new Domain.Leaf(leaf.path().substring(dot + 1), leaf.operator(), leaf.value()));
        }
        if (leaf.operator().endsWith("any")) {
            BitSet matching = matching(field, Domain.parse(Arguments.asList(leaf.value())));
            IntPredicate any = pointsInto(field, matching);
            return leaf.operator().equals("any") ? any : any.negate();
        }
        if (first.equals("id")) {
            return new Comparison(FieldType.INTEGER, leaf).on(id -> id);
        }
        if (field.type().isRelational()) {
            return relational(field, leaf);
        }
        Comparison comparison = new Comparison(field.type(), leaf);
        IntPredicate quick = isColumn(first) && model.table().column(first) instanceof Column.Longs times ? comparison.onTimes(times) : null;
        return quick == null ? comparison.on(getter(first)) : quick;
    }

    private IntFunction<@Nullable Object> getter(String field) {
        if (isColumn(field)) {
            return model.table().column(field)::get;
        }
        return id -> new Row(env, model, id).value(field);
    }

    /** Odoo calls one2many fields stored, too; their values lie in the other table. */
    private boolean isColumn(String field) {
        Field definition = model.fields().get(field);
        return definition != null && definition.type() != FieldType.ONE2MANY && model.stores(definition) && model.computeOf(field) == null;
    }

    private BitSet matching(Field field, Domain domain) {
        Model other = env.database().models().get(field.relation());
        if (other == null) {
            return new BitSet();
        }
        Env inner = field.type() == FieldType.MANY2ONE ? env.with("active_test", false) : env;
        return new Search(inner, other, domain).set();
    }

    private IntPredicate through(Field field, Domain.Leaf rest) {
        if (!field.type().isRelational()) {
            throw OdooError.value("Invalid field " + model.name() + "." + field.name() + " in leaf " + python(rest));
        }
        return pointsInto(field, matching(field, rest));
    }

    private IntPredicate pointsInto(Field field, BitSet targets) {
        if (field.type() == FieldType.MANY2ONE && isColumn(field.name()) && model.table().column(field.name()) instanceof Column.Ints references) {
            return id -> targets.get(references.at(id)) && references.at(id) > 0;
        }
        IntFunction<@Nullable Object> value = getter(field.name());
        if (field.type() == FieldType.MANY2ONE) {
            return id -> value.apply(id) instanceof Integer target && target > 0 && targets.get(target);
        }
        Model other = env.database().models().get(field.relation());
        if (field.type() == FieldType.ONE2MANY && model.computeOf(field.name()) == null && other != null && other.table().isIndexed(field.inverse())) {
            BitSet parents = new BitSet();
            targets.stream().forEach(child -> parents.set(new Row(env, other, child).ref(field.inverse())));
            return parents::get;
        }
        return id -> {
            for (int target : value.apply(id) instanceof int[] ids ? ids : new int[0]) {
                if (targets.get(target)) {
                    return true;
                }
            }
            return false;
        };
    }

    private IntPredicate relational(Field field, Domain.Leaf leaf) {
        boolean negative = leaf.operator().startsWith("not") || leaf.operator().equals("!=");
        BitSet targets = new BitSet();
        boolean orEmpty = false;
        switch (leaf.operator()) {
            case "child_of", "parent_of" -> targets = new Hierarchy(env, env.model(field.relation())).of(leaf.operator(), leaf.value());
            case "=", "!=", "in", "not in" -> {
                List<Object> values = leaf.value() instanceof List<?> ? Arguments.asList(leaf.value()) : listOf(leaf.value());
                for (Object value : values) {
                    if (value instanceof Number number) {
                        targets.set(Math.max(0, number.intValue()));
                    } else if (Values.truthy(value)) {
                        targets.or(named(field, "=", value));
                    } else {
                        orEmpty = true;
                    }
                }
            }
            case "<", "<=", ">", ">=" -> {
                return new Comparison(FieldType.INTEGER, leaf).on(getter(field.name()));
            }
            default -> targets = named(field, leaf.operator().replace("not ", ""), leaf.value());
        }
        IntPredicate points = pointsInto(field, targets);
        IntFunction<@Nullable Object> value = getter(field.name());
        IntPredicate positive = orEmpty ? id -> points.test(id) || isEmpty(value.apply(id)) : points;
        return negative ? positive.negate() : positive;
    }

    private static List<Object> listOf(@Nullable Object value) {
        List<Object> list = new ArrayList<>();
        list.add(value == null ? Boolean.FALSE : value);
        return list;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals(0) || (value instanceof int[] ids && ids.length == 0);
    }

    private BitSet named(Field field, String operator, @Nullable Object text) {
        return matching(field, new NameSearch(env, env.model(field.relation())).domain(operator, String.valueOf(text)));
    }

    static String python(Domain.Leaf leaf) {
        return "('" + leaf.path() + "', '" + leaf.operator() + "', " + PythonText.repr(leaf.value()) + ")";
    }
}
