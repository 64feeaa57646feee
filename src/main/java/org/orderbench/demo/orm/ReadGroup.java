package org.orderbench.demo.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Grouped sums: {@code read_group}, and {@code formatted_read_group} of 19. Days and months are cut in the context's time zone. */
final class ReadGroup {

    /** One field to group by; {@code period} is empty but for dates. */
    private record By(String spec, Field field, String period) {}

    /** A group: the keys (internal values, dates as the start of the period in epoch days) and the ids in it. */
    private record Group(List<Object> keys, List<Integer> ids) {}

    private final Env env;
    private final Model model;
    private final List<Object> domain;
    private final ZoneId zone;
    private final Reader reader;

    ReadGroup(Env env, Model model, List<Object> domain) {
        this.env = env;
        this.model = model;
        this.domain = domain;
        this.zone = env.context().zone();
        this.reader = new Reader(env, model);
    }

    List<Object> classic(Arguments in) {
        List<String> specs = in.get("groupby") instanceof String one ? List.of(one) : in.texts("groupby");
        boolean lazy = in.flag("lazy", true);
        List<By> by = specs.stream().limit(lazy ? 1 : specs.size()).map(this::by).toList();
        List<Object> answer = new ArrayList<>();
        for (Group group : page(groups(by), in)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            Map<String, Object> ranges = new LinkedHashMap<>();
            List<List<Object>> conditions = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                Object key = group.keys().get(i);
                row.put(by.get(i).spec(), by.get(i).period().isEmpty() ? plain(by.get(i), key) : label(by.get(i), key));
                conditions.add(condition(by.get(i), key));
                if (!by.get(i).period().isEmpty()) {
                    ranges.put(by.get(i).spec(), key.equals(Long.MIN_VALUE) ? (Object) false : range(by.get(i), key));
                }
            }
            row.put(lazy && by.size() == 1 ? by.getFirst().field().name() + "_count" : "__count", group.ids().size());
            for (String spec : in.texts("fields")) {
                String name = spec.split(":")[0];
                if (by.stream().noneMatch(each -> each.field().name().equals(name))) {
                    row.put(name, aggregate(spec, group.ids()));
                }
            }
            row.put("__domain", classicDomain(conditions));
            if (!ranges.isEmpty()) {
                row.put("__range", ranges);
            }
            answer.add(row);
        }
        return answer;
    }

    List<Object> formatted(Arguments in) {
        List<By> by = in.texts("groupby").stream().map(this::by).toList();
        List<Object> answer = new ArrayList<>();
        for (Group group : page(groups(by), in)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            List<Object> conditions = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                Object key = group.keys().get(i);
                By each = by.get(i);
                row.put(each.spec(), each.period().isEmpty() ? plain(each, key) : key.equals(Long.MIN_VALUE) ? (Object) false : List.of(from(each, key), label(each, key)));
                conditions.addAll(condition(each, key));
            }
            row.put("__extra_domain", joined(conditions));
            for (String spec : in.texts("aggregates")) {
                row.put(spec, aggregate(spec, group.ids()));
            }
            answer.add(row);
        }
        return answer;
    }

    private By by(String spec) {
        String[] parts = spec.split(":");
        Field field = model.fields().get(parts[0]);
        if (field == null) {
            throw OdooError.value("Invalid field '" + parts[0] + "' on model '" + model.name() + "'");
        }
        boolean isTime = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        return new By(spec, field, isTime ? parts.length > 1 ? parts[1] : "month" : "");
    }

    private List<Group> groups(List<By> by) {
        if (by.isEmpty()) {
            return List.of(new Group(List.of(), Arrays.stream(new Search(env, model, domain).ids()).boxed().toList()));
        }
        Map<String, Group> groups = new TreeMap<>();
        for (int id : new Search(env, model, domain).ids()) {
            Row row = new Row(env, model, id);
            List<Object> keys = new ArrayList<>();
            StringBuilder sortable = new StringBuilder();
            for (By each : by) {
                Object key = key(each, row);
                keys.add(key);
                sortable.append(sortable(each, key)).append('\0');
            }
            groups.computeIfAbsent(sortable.toString(), text -> new Group(keys, new ArrayList<>())).ids().add(id);
        }
        return new ArrayList<>(groups.values());
    }

    private Object key(By by, Row row) {
        Object value = row.value(by.field().name());
        if (by.period().isEmpty()) {
            return value == null ? Boolean.FALSE : value;
        }
        long time = value instanceof Long number ? number : 0;
        if (time == 0) {
            return Long.MIN_VALUE;
        }
        LocalDate day = by.field().type() == FieldType.DATE ? LocalDate.ofEpochDay(time) : ZonedDateTime.ofInstant(Instant.ofEpochMilli(time), zone).toLocalDate();
        return start(day, by.period()).toEpochDay();
    }

    private static LocalDate start(LocalDate day, String period) {
        return switch (period) {
            case "day" -> day;
            case "week" -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case "year" -> day.withDayOfYear(1);
            default -> throw OdooError.value("Granularity " + period + " is not supported");
        };
    }

    private static LocalDate end(LocalDate start, String period) {
        return switch (period) {
            case "day" -> start.plusDays(1);
            case "week" -> start.plusWeeks(1);
            case "month" -> start.plusMonths(1);
            case "quarter" -> start.plusMonths(3);
            default -> start.plusYears(1);
        };
    }

    private String sortable(By by, Object key) {
        if (key instanceof Long day) {
            return String.format(Locale.ROOT, "%020d", day - Long.MIN_VALUE / 4);
        }
        if (by.field().type() == FieldType.MANY2ONE && key instanceof Integer id) {
            return id == 0 ? "\uffff" : String.valueOf(((List<?>) plain(by, key)).get(1)).toLowerCase(Locale.ROOT) + '\1' + id;
        }
        return key.equals(false) ? "\uffff" : key instanceof Number number ? String.format(Locale.ROOT, "%030.6f", number.doubleValue()) : key.toString();
    }

    private Object plain(By by, Object key) {
        return reader.wire(by.field(), key, true);
    }

    private List<Group> page(List<Group> groups, Arguments in) {
        int from = Math.min(in.integer("offset"), groups.size());
        int to = in.integer("limit") > 0 ? Math.min(groups.size(), from + in.integer("limit")) : groups.size();
        return groups.subList(from, to);
    }

    private @Nullable Object aggregate(String spec, List<Integer> ids) {
        String[] parts = spec.split(":");
        if (parts[0].equals("__count")) {
            return ids.size();
        }
        if (!model.has(parts[0])) {
            throw OdooError.value("Invalid field '" + parts[0] + "' on model '" + model.name() + "'");
        }
        Field field = Objects.requireNonNull(model.fields().get(parts[0]));
        String how = parts.length > 1 ? parts[1].replaceAll("\\(.*", "") : "sum";
        var numbers = ids.stream().mapToDouble(id -> new Row(env, model, id).num(parts[0]));
        return switch (how) {
            case "sum" -> whole(field, numbers.sum());
            case "avg" -> ids.isEmpty() ? (Object) false : (Object) numbers.average().orElse(0);
            case "min" -> Values.toWire(field.type(), extreme(field, ids, true));
            case "max" -> Values.toWire(field.type(), extreme(field, ids, false));
            case "count" -> ids.size();
            case "count_distinct" -> (int) ids.stream().map(id -> new Row(env, model, id).value(parts[0])).distinct().count();
            case "array_agg" -> ids.stream().map(id -> Values.toWire(field.type(), new Row(env, model, id).value(parts[0]))).toList();
            default -> throw OdooError.value("Invalid aggregate method '" + how + "'");
        };
    }

    private static Object whole(Field field, double sum) {
        return field.type() == FieldType.INTEGER ? (Object) (int) sum : (Object) sum;
    }

    private @Nullable Object extreme(Field field, List<Integer> ids, boolean least) {
        var all = ids.stream().map(id -> (Number) Objects.requireNonNullElse(new Row(env, model, id).value(field.name()), 0));
        var order = java.util.Comparator.comparingDouble(Number::doubleValue);
        return (least ? all.min(order) : all.max(order)).orElse(null);
    }

    private List<Object> condition(By by, Object key) {
        String name = by.field().name();
        if (by.period().isEmpty()) {
            return List.of(List.of(name, "=", Values.toWire(by.field().type(), key.equals(false) ? null : key)));
        }
        return key.equals(Long.MIN_VALUE) ? List.of(List.of(name, "=", false)) : List.of(List.of(name, ">=", from(by, key)), List.of(name, "<", to(by, key)));
    }

    /** Up to 18 the two conditions of a period are nested, in 19 all stand side by side. */
    private List<Object> classicDomain(List<List<Object>> conditions) {
        List<Object> all = new ArrayList<>(domain);
        if (env.version().atLeast(OdooVersion.V19)) {
            conditions.forEach(all::addAll);
            return joined(all);
        }
        List<Object> parts = new ArrayList<>();
        int operators = -1;
        if (!domain.isEmpty()) {
            parts.addAll(joined(domain));
            operators++;
        }
        for (List<Object> condition : conditions) {
            parts.addAll(joined(condition));
            operators++;
        }
        for (int i = 0; i < operators; i++) {
            parts.addFirst("&");
        }
        return parts;
    }

    /** With the {@code &} that Odoo writes out. */
    private static List<Object> joined(List<Object> terms) {
        List<Object> joined = new ArrayList<>(terms);
        long leaves = terms.stream().filter(List.class::isInstance).count();
        long operators = terms.stream().filter(term -> term.equals("&") || term.equals("|")).count();
        for (long i = operators; i < leaves - 1; i++) {
            joined.addFirst("&");
        }
        return joined;
    }

    private Map<String, Object> range(By by, Object key) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", from(by, key));
        range.put("to", to(by, key));
        return range;
    }

    private String from(By by, Object key) {
        return boundary(by, LocalDate.ofEpochDay((Long) key));
    }

    private String to(By by, Object key) {
        return boundary(by, end(LocalDate.ofEpochDay((Long) key), by.period()));
    }

    private String boundary(By by, LocalDate day) {
        return by.field().type() == FieldType.DATE ? day.toString() : Values.datetime(day.atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
    }

    /** The localised label, which is why a client takes the day from the range. */
    private static Object label(By by, Object key) {
        if (key.equals(Long.MIN_VALUE)) {
            return false;
        }
        LocalDate day = LocalDate.ofEpochDay((Long) key);
        return switch (by.period()) {
            case "day" -> DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.US).format(day);
            case "week" -> "W" + day.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + day.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR);
            case "month" -> DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US).format(day);
            case "quarter" -> "Q" + ((day.getMonthValue() + 2) / 3) + " " + day.getYear();
            default -> String.valueOf(day.getYear());
        };
    }
}
