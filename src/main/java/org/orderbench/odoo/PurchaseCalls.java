package org.orderbench.odoo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.GatewayException;
import org.orderbench.writeback.GatewayException.Kind;

/** Calls for write-back: every failure sorted by what it says about the work, and {@code load} with its own way of failing. */
final class PurchaseCalls {

    private static final List<String> RACES = List.of("could not serialize", "concurrent update", "deadlock detected", "could not obtain lock", "duplicate key", "unique constraint");

    /** Requests at a time, however many orders are under way: more would be rude. */
    private static final int AT_ONCE = 4;

    private final OdooSession session;
    private final Semaphore atOnce = new Semaphore(AT_ONCE);

    PurchaseCalls(OdooSession session) {
        this.session = session;
    }

    @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws GatewayException {
        try {
            return limited(model, method, args, kwargs);
        } catch (OdooException e) {
            throw new GatewayException(kind(e.failure()), e.failure().message(), e);
        }
    }

    private @Nullable Object limited(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        atOnce.acquireUninterruptibly();
        try {
            return session.call(model, method, args, kwargs);
        } finally {
            atOnce.release();
        }
    }

    /** A method that answers None: over XML-RPC the work is done and committed, and then a fault comes. */
    void callForNothing(String model, String method, List<?> args) throws GatewayException {
        try {
            limited(model, method, args, Map.of());
        } catch (OdooException e) {
            if (!(e.failure() instanceof OdooFailure.ServerFault fault && fault.lastLine().contains("cannot marshal None"))) {
                throw new GatewayException(kind(e.failure()), e.failure().message(), e);
            }
        }
    }

    List<PurchaseValues> searchRead(String model, List<?> domain, List<String> fields) throws GatewayException {
        return PurchaseValues.rows(call(model, "search_read", List.of(domain), Map.of("fields", fields, "load", "", "context", Map.of("active_test", false))));
    }

    List<PurchaseValues> read(String model, List<Integer> ids, List<String> fields) throws GatewayException {
        return ids.isEmpty() ? List.of() : PurchaseValues.rows(call(model, "read", List.of(ids), Map.of("fields", fields, "load", "")));
    }

    /**
     * {@code load}, create-once: records whose external ID exists are left alone.
     *
     * @return the records' ids in the order of the rows, those that existed included
     */
    List<Integer> createOnce(String model, int companyId, List<String> columns, List<List<String>> rows) throws GatewayException {
        return createOnce(model, companyId, columns, rows, Map.of());
    }

    /** @param more of the context */
    List<Integer> createOnce(String model, int companyId, List<String> columns, List<List<String>> rows, Map<String, ?> more) throws GatewayException {
        Map<String, Object> context = new HashMap<>(more);
        context.putAll(Map.of("mode", "update", "noupdate", true, "tz", "UTC", "allowed_company_ids", List.of(companyId)));
        Object answer = call(model, "load", List.of(columns, rows), Map.of("context", context));
        if (!(answer instanceof Map<?, ?> said)) {
            throw PurchaseValues.odd("what load answers");
        }
        List<Integer> ids = new ArrayList<>();
        if (said.get("ids") instanceof List<?> list) {
            list.forEach(id -> {
                if (id instanceof Integer number) {
                    ids.add(number);
                }
            });
        }
        if (ids.size() == rows.size()) {
            return ids;
        }
        throw refused(said.get("messages"));
    }

    private static GatewayException refused(@Nullable Object messages) {
        List<String> words = new ArrayList<>();
        if (messages instanceof List<?> list) {
            for (Object message : list) {
                if (message instanceof Map<?, ?> map && map.get("message") instanceof String text && !words.contains(Words.plain(text))) {
                    words.add(Words.plain(text));
                }
            }
        }
        String text = String.join(" ", words);
        return new GatewayException(isRace(text) ? Kind.LOST_RACE : Kind.REFUSED, "Odoo refused: " + (text.isEmpty() ? "no reason given." : text));
    }

    private static boolean isRace(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return RACES.stream().anyMatch(lower::contains);
    }

    /** What a failure says about the work, and whether the other orders would fare the same. */
    private static Kind kind(OdooFailure failure) {
        return switch (failure) {
            case OdooFailure.Refused refused -> Kind.REFUSED;
            case OdooFailure.Forbidden forbidden -> Kind.REFUSED;
            case OdooFailure.MissingModel missing -> Kind.REFUSED;
            case OdooFailure.ServerFault fault -> isRace(fault.lastLine()) ? Kind.LOST_RACE : Kind.UNKNOWN;
            default -> failure.outcome() == OdooFailure.Outcome.NOT_DONE ? Kind.OFFLINE : Kind.UNKNOWN;
        };
    }
}
