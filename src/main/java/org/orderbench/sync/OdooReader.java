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

    /** Takes one page, which is never empty; rows are in order of id. */
    interface Pages {
        void take(List<Map<?, ?>> rows);
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

    /** All rows of a stretch that match, a page at a time. */
    void pages(String model, List<?> domain, List<String> fields, Stretch stretch, Pages pages) throws OdooException {
        Stretch left = stretch;
        while (true) {
            List<Map<?, ?>> rows = page(model, domain, fields, left);
            if (!rows.isEmpty()) {
                pages.take(rows);
                left = new Stretch(lastId(rows), stretch.upTo());
            }
            if (rows.size() < pageRows) {
                return;
            }
        }
    }

    /** The first page of a stretch. A server that repeats ids would keep the reading going for ever; ids of more than 32 bits cannot be asked for over XML-RPC, and Odoo has none. */
    List<Map<?, ?>> page(String model, List<?> domain, List<String> fields, Stretch stretch) throws OdooException {
        Object answer = call(model, "search_read", Map.of("domain", within(domain, stretch), "fields", fields, "limit", pageRows, "order", "id", "load", ""));
        List<Map<?, ?>> rows = new ArrayList<>(pageRows);
        long last = stretch.after();
        for (Object each : list(model, answer)) {
            if (!(each instanceof Map<?, ?> row)) {
                throw malformed(model, "a row is no record");
            }
            if (!(row.get("id") instanceof Integer id) || id <= last) {
                throw malformed(model, "its rows are not in order of id");
            }
            last = id;
            rows.add(row);
        }
        if (last > stretch.upTo()) {
            throw malformed(model, "it sends records that were not asked for");
        }
        return rows;
    }

    /** Of a row of a page. */
    static long id(Map<?, ?> row) {
        return row.get("id") instanceof Integer id ? id : 0;
    }

    static long lastId(List<Map<?, ?>> rows) {
        return id(rows.getLast());
    }

    /** All rows of a small model. */
    List<Map<?, ?>> all(String model, List<?> domain, List<String> fields) throws OdooException {
        List<Map<?, ?>> all = new ArrayList<>();
        pages(model, domain, fields, Stretch.ALL, all::addAll);
        return all;
    }

    /** The ids of a stretch that match, ascending. */
    long[] ids(String model, List<?> domain, Stretch stretch) throws OdooException {
        LongStream.Builder ids = LongStream.builder();
        long last = stretch.after();
        while (true) {
            List<?> page = list(model, call(model, "search", Map.of("domain", within(domain, new Stretch(last, stretch.upTo())), "limit", IDS_A_PAGE, "order", "id")));
            for (Object each : page) {
                if (!(each instanceof Integer id) || id <= last) {
                    throw malformed(model, "its ids are not in order");
                }
                last = id;
                ids.add(last);
            }
            if (page.size() < IDS_A_PAGE) {
                return ids.build().toArray();
            }
        }
    }

    /** The first id that matches, in this order; 0 where nothing does. */
    long endId(String model, List<?> domain, String order) throws OdooException {
        List<?> ids = list(model, call(model, "search", Map.of("domain", domain, "limit", 1, "order", order)));
        if (ids.isEmpty()) {
            return 0;
        }
        if (!(ids.getFirst() instanceof Integer id) || id <= 0) {
            throw malformed(model, "an id is none");
        }
        return id;
    }

    long count(String model, List<?> domain) throws OdooException {
        Object answer = call(model, "search_count", Map.of("domain", domain));
        if (!(answer instanceof Number count)) {
            throw malformed(model, "its count is no number");
        }
        return count.longValue();
    }

    /** Of a stretch. Empty where the server gives no such figures. */
    Optional<Census> census(String model, List<?> domain, Stretch stretch) throws OdooException {
        try {
            Object answer = call(model, "read_group", Map.of("domain", within(domain, stretch), "fields", List.of("id:avg"), "groupby", List.of(), "lazy", false));
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

    private static List<?> within(List<?> domain, Stretch stretch) {
        List<Object> narrowed = new ArrayList<>();
        if (stretch.after() > 0) {
            narrowed.add(List.of("id", ">", stretch.after()));
        }
        if (stretch.upTo() < Long.MAX_VALUE) {
            narrowed.add(List.of("id", "<=", stretch.upTo()));
        }
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
