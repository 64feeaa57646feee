package org.orderbench.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooSession;

/**
 * Reads models of Odoo page by page, by keyset ({@code id > last}, in order of id), without display names. Calls that got no answer are repeated a few
 * times: reading twice harms nobody. Safe for several threads.
 */
final class OdooReader {

    private static final int TRIES = 4;
    private static final int IDS_A_PAGE = 50_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** Takes one page; rows are in order of id. */
    interface Pages {
        void take(List<Map<?, ?>> rows, long lastId) throws OdooException;
    }

    private final OdooSession session;
    private final int pageRows;
    private final Pause pause;
    private final BooleanSupplier cancelled;
    private final Map<String, Object> context;

    OdooReader(OdooSession session, int pageRows, Pause pause, BooleanSupplier cancelled, List<Long> companies) {
        this.session = session;
        this.pageRows = pageRows;
        this.pause = pause;
        this.cancelled = cancelled;
        // Archived records explain history; which of them are of use is the mapping's business.
        this.context = Map.of("active_test", false, "tz", "UTC", "allowed_company_ids", companies, "display_default_code", false);
    }

    /** All rows that match after the given id, a page at a time. */
    void pages(String model, List<?> domain, List<String> fields, long afterId, Pages pages) throws OdooException {
        long last = afterId;
        while (true) {
            List<Map<?, ?>> rows = page(model, domain, fields, last);
            if (rows.isEmpty()) {
                return;
            }
            last = lastId(model, rows, last);
            pages.take(rows, last);
            if (rows.size() < pageRows) {
                return;
            }
        }
    }

    private List<Map<?, ?>> page(String model, List<?> domain, List<String> fields, long afterId) throws OdooException {
        Object answer = call(model, "search_read", Map.of("domain", after(domain, afterId), "fields", fields, "limit", pageRows, "order", "id", "load", ""));
        List<Map<?, ?>> rows = new ArrayList<>(pageRows);
        for (Object each : list(model, answer)) {
            if (!(each instanceof Map<?, ?> row)) {
                throw malformed(model, "a row is no record");
            }
            rows.add(row);
        }
        return rows;
    }

    /** A server that repeats ids would keep the reading going for ever. */
    private long lastId(String model, List<Map<?, ?>> rows, long after) throws OdooException {
        long last = after;
        for (Map<?, ?> row : rows) {
            if (!(row.get("id") instanceof Number id) || id.longValue() <= last) {
                throw malformed(model, "its rows are not in order of id");
            }
            last = id.longValue();
        }
        return last;
    }

    /** All rows of a small model. */
    List<Map<?, ?>> all(String model, List<?> domain, List<String> fields) throws OdooException {
        List<Map<?, ?>> all = new ArrayList<>();
        pages(model, domain, fields, 0, (rows, last) -> all.addAll(rows));
        return all;
    }

    /** The ids that match, ascending. */
    long[] ids(String model, List<?> domain) throws OdooException {
        List<Long> ids = new ArrayList<>();
        long last = 0;
        while (true) {
            List<?> page = list(model, call(model, "search", Map.of("domain", after(domain, last), "limit", IDS_A_PAGE, "order", "id")));
            for (Object each : page) {
                if (!(each instanceof Number id) || id.longValue() <= last) {
                    throw malformed(model, "its ids are not in order");
                }
                last = id.longValue();
                ids.add(last);
            }
            if (page.size() < IDS_A_PAGE) {
                return ids.stream().mapToLong(Long::longValue).toArray();
            }
        }
    }

    long count(String model, List<?> domain) throws OdooException {
        Object answer = call(model, "search_count", Map.of("domain", domain));
        if (!(answer instanceof Number count)) {
            throw malformed(model, "its count is no number");
        }
        return count.longValue();
    }

    /** How many match and what their ids are on average: together as good as the list of ids, at the price of a count. Empty where the server gives no such figures. */
    Optional<Census> census(String model, List<?> domain) throws OdooException {
        try {
            Object answer = call(model, "read_group", Map.of("domain", domain, "fields", List.of("id:avg"), "groupby", List.of(), "lazy", false));
            for (Object each : list(model, answer)) {
                if (each instanceof Map<?, ?> row && row.get("__count") instanceof Number count && (count.longValue() == 0 || row.get("id") instanceof Number)) {
                    return Optional.of(new Census(count.longValue(), row.get("id") instanceof Number average ? average.doubleValue() : 0));
                }
            }
            return Optional.empty();
        } catch (OdooException e) {
            return switch (e.failure()) {
                case OdooFailure.ServerFault fault -> Optional.empty();
                case OdooFailure.Refused refused -> Optional.empty();
                case OdooFailure.MissingModel gone -> Optional.empty();
                default -> throw e;
            };
        }
    }

    /** Of the records that match a domain. */
    record Census(long count, double averageId) {

        boolean isOf(long[] ids) {
            double average = ids.length == 0 ? 0 : (double) LongStream.of(ids).sum() / ids.length;
            return count == ids.length && Math.abs(average - averageId) * ids.length < 0.25;
        }
    }

    /** The newest change to any record of the model, by the server's own clock. */
    Optional<Instant> newestChange(String model) throws OdooException {
        Object answer = call(model, "search_read", Map.of("domain", List.of(), "fields", List.of("write_date"), "limit", 1, "order", "write_date desc"));
        for (Object each : list(model, answer)) {
            if (each instanceof Map<?, ?> row && row.get("write_date") instanceof String text) {
                return Wire.instant(text);
            }
        }
        return Optional.empty();
    }

    @Nullable Object call(String model, String method, Map<String, ?> arguments) throws OdooException {
        Map<String, Object> named = new HashMap<>(arguments);
        named.put("context", context);
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            stopIfCancelled();
            try {
                return session.call(model, method, List.of(), named);
            } catch (OdooException e) {
                stopIfCancelled();
                Optional<Duration> advice = worthRepeating(e.failure());
                if (advice.isEmpty() || attempt == TRIES) {
                    throw e;
                }
                rest(shorter(advice.get().compareTo(wait) > 0 ? advice.get() : wait, LONGEST_WAIT));
                wait = wait.multipliedBy(3);
            }
        }
    }

    private static Optional<Duration> worthRepeating(OdooFailure failure) {
        return switch (failure) {
            case OdooFailure.Unavailable busy -> Optional.of(busy.retryAfter() == null ? Duration.ZERO : busy.retryAfter());
            case OdooFailure.NoAnswer cut -> Optional.of(Duration.ZERO);
            default -> Optional.empty();
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void rest(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SyncCancelled();
        }
    }

    void stopIfCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new SyncCancelled();
        }
    }

    private static List<?> after(List<?> domain, long id) {
        List<Object> narrowed = new ArrayList<>();
        narrowed.add(List.of("id", ">", id));
        narrowed.addAll(domain);
        return narrowed;
    }

    private List<?> list(String model, @Nullable Object answer) throws OdooException {
        if (answer instanceof List<?> list) {
            return list;
        }
        throw malformed(model, "a list was expected");
    }

    OdooException malformed(String model, String detail) {
        return new OdooException(new OdooFailure.Malformed(session.server().address(), "reading " + model + ": " + detail));
    }
}
