package org.orderbench.odoo;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.writeback.Circumstances;
import org.orderbench.writeback.GatewayException;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.LineKey;
import org.orderbench.writeback.OrderKey;
import org.orderbench.writeback.PurchaseGateway;

/** Write-back's calls over a session, with the field names of the server's version. Safe for several threads. */
public final class OdooPurchasing implements PurchaseGateway {

    private static final String ORDER = "purchase.order";
    private static final String LINE = "purchase.order.line";

    /** Keys looked up at a time. */
    private static final int AT_ONCE = 4;

    private final PurchaseCalls calls;
    private final PurchaseFacts facts;
    private final PurchaseApproval approval;
    private final ServerNotes notes;
    private final String lineUnit;
    private final Map<Integer, String> currencies = new ConcurrentHashMap<>();
    private final Map<Integer, Locale> languages = new ConcurrentHashMap<>();

    /** @param clock its zone says which day it is for the validity of prices */
    public OdooPurchasing(OdooSession session, Capabilities capabilities, Clock clock) {
        this.calls = new PurchaseCalls(session);
        this.lineUnit = capabilities.name(Field.LINE_UNIT).orElse("product_uom");
        this.facts = new PurchaseFacts(calls, clock);
        this.approval = new PurchaseApproval(calls);
        this.notes = new ServerNotes(calls, session.uid());
    }

    @Override
    public void ping() throws GatewayException {
        calls.call("res.users", "context_get", List.of(), Map.of());
    }

    @Override
    public Map<LineKey, Found> findLines(Collection<LineKey> keys) throws GatewayException {
        Map<LineKey, Found> found = lookUp(keys);
        List<LineKey> gone = found.entrySet().stream().filter(each -> each.getValue() instanceof Found.Gone).map(Map.Entry::getKey).toList();
        if (!gone.isEmpty() && notes.throwAway()) {
            found.keySet().removeAll(gone);
            found.putAll(lookUp(gone));
        }
        return found;
    }

    private Map<LineKey, Found> lookUp(Collection<LineKey> keys) throws GatewayException {
        Map<LineKey, Found> found = new ConcurrentHashMap<>();
        Queue<LineKey> left = new ConcurrentLinkedQueue<>(keys);
        AtomicReference<@Nullable GatewayException> failed = new AtomicReference<>();
        // one key a call is all that Odoo offers a plain user; so a few at a time
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(AT_ONCE, keys.size()); i++) {
                threads.execute(() -> {
                    for (LineKey key = left.poll(); key != null && failed.get() == null; key = left.poll()) {
                        try {
                            Optional<Found> where = find(LINE, key.name());
                            if (where.isPresent()) {
                                found.put(key, where.get());
                            }
                        } catch (GatewayException e) {
                            failed.set(e);
                        }
                    }
                });
            }
        }
        GatewayException failure = failed.get();
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    @Override
    public Optional<Found> findOrder(OrderKey key) throws GatewayException {
        Optional<Found> found = find(ORDER, key.name());
        return found.orElse(null) instanceof Found.Gone && notes.throwAway() ? find(ORDER, key.name()) : found;
    }

    /** {@code [model, id]}; {@code [model, false]} for a key whose record is deleted or hidden; a fault for a key that isn't there. */
    private Optional<Found> find(String model, String name) throws GatewayException {
        Object answer;
        try {
            answer = calls.call("ir.model.data", "check_object_reference", List.of(LineKey.MODULE, name), Map.of());
        } catch (GatewayException e) {
            if (e.words().contains("External ID not found in the system")) {
                return Optional.empty();
            }
            throw e;
        }
        if (answer instanceof List<?> pair && pair.size() == 2 && model.equals(pair.getFirst())) {
            return Optional.of(pair.getLast() instanceof Integer id && id > 0 ? new Found.Present(id) : new Found.Gone());
        }
        throw PurchaseValues.odd("a record of " + model);
    }

    @Override
    public int loadHeader(Header header) throws GatewayException {
        List<String> row = List.of(
                header.key().externalId(), Integer.toString(header.vendorId()), header.key().origin(), Integer.toString(header.receiptTypeId()),
                Integer.toString(header.companyId()), Integer.toString(currency(header.currency())),
                header.userId() == null ? "" : Integer.toString(header.userId()));
        return calls.createOnce(
                        ORDER, header.companyId(),
                        List.of("id", "partner_id/.id", "origin", "picking_type_id/.id", "company_id/.id", "currency_id/.id", "user_id/.id"), List.of(row))
                .getFirst();
    }

    private int currency(String code) throws GatewayException {
        for (Map.Entry<Integer, String> known : currencies.entrySet()) {
            if (known.getValue().equals(code)) {
                return known.getKey();
            }
        }
        List<PurchaseValues> found = calls.searchRead("res.currency", List.of(List.of("name", "=", code)), List.of("name"));
        if (found.isEmpty()) {
            throw new GatewayException(GatewayException.Kind.REFUSED, "Odoo has no currency " + code + ". Activate it in Odoo's Accounting settings.");
        }
        int id = found.getFirst().id();
        currencies.put(id, code);
        return id;
    }

    /** Empty where this user may not read it. */
    private String code(int currency) throws GatewayException {
        String known = currencies.get(currency);
        if (known != null) {
            return known;
        }
        for (PurchaseValues row : calls.read("res.currency", List.of(currency), List.of("name"))) {
            currencies.put(currency, row.text("name"));
            return row.text("name");
        }
        return "";
    }

    @Override
    public List<Integer> loadLines(int companyId, int orderId, List<Row> rows) throws GatewayException {
        List<List<String>> cells = rows.stream()
                .map(row -> List.of(
                        row.key().externalId(), Integer.toString(orderId), Integer.toString(row.productId()), row.quantity().toPlainString(),
                        Integer.toString(row.unitId()), row.unitPrice().stripTrailingZeros().toPlainString(), "0"))
                .toList();
        return calls.createOnce(
                LINE, companyId, List.of("id", "order_id/.id", "product_id/.id", "product_qty", lineUnit + "/.id", "price_unit", "discount"), cells);
    }

    @Override
    public List<OrderView> readOrders(Collection<Integer> orderIds) throws GatewayException {
        // without names: they are half of what such a read costs the server
        List<PurchaseValues> rows = calls.read(
                ORDER, List.copyOf(orderIds),
                List.of("name", "state", "partner_id", "company_id", "picking_type_id", "currency_id", "amount_total", "order_line"));
        List<OrderView> orders = new ArrayList<>();
        for (PurchaseValues row : rows) {
            orders.add(new OrderView(
                    row.id(), row.text("name"), row.text("state"), row.reference("partner_id"), row.reference("company_id"), row.reference("picking_type_id"),
                    code(row.reference("currency_id")), row.number("amount_total"), row.references("order_line")));
        }
        return orders;
    }

    @Override
    public Map<Integer, Integer> makers(Collection<Integer> orderIds) throws GatewayException {
        Map<Integer, Integer> makers = new HashMap<>();
        for (PurchaseValues row : calls.read(ORDER, List.copyOf(orderIds), List.of("create_uid"))) {
            makers.put(row.id(), row.reference("create_uid"));
        }
        return makers;
    }

    @Override
    public List<LineView> readLines(Collection<Integer> lineIds) throws GatewayException {
        List<LineView> lines = new ArrayList<>();
        for (PurchaseValues row : calls.read(LINE, List.copyOf(lineIds), List.of("order_id", "product_id", "product_qty", lineUnit, "price_unit", "discount"))) {
            BigDecimal price = row.number("price_unit").multiply(BigDecimal.ONE.subtract(row.number("discount").movePointLeft(2)));
            lines.add(new LineView(
                    row.id(), row.reference("order_id"), row.reference("product_id"), row.number("product_qty"), row.reference(lineUnit), PurchaseValues.plain(price)));
        }
        return lines;
    }

    @Override
    public void confirm(int orderId) throws GatewayException {
        calls.callForNothing(ORDER, "button_confirm", List.of(List.of(orderId)));
    }

    @Override
    public void cancel(int orderId) throws GatewayException {
        calls.callForNothing(ORDER, "button_cancel", List.of(List.of(orderId)));
    }

    @Override
    public void deleteLines(Collection<Integer> lineIds) throws GatewayException {
        List<Integer> there = new ArrayList<>();
        for (LineView line : readLines(lineIds)) {
            there.add(line.id());
        }
        if (!there.isEmpty()) {
            calls.callForNothing(LINE, "unlink", List.of(there));
        }
    }

    @Override
    public void delete(int orderId) throws GatewayException {
        calls.callForNothing(ORDER, "unlink", List.of(List.of(orderId)));
    }

    /** That of the company's own address, which is what its documents are printed in. */
    @Override
    public Locale language(int companyId) throws GatewayException {
        Locale known = languages.get(companyId);
        if (known != null) {
            return known;
        }
        Locale found = Locale.ENGLISH;
        for (PurchaseValues company : calls.read("res.company", List.of(companyId), List.of("partner_id"))) {
            for (PurchaseValues address : calls.read("res.partner", List.of(company.reference("partner_id")), List.of("lang"))) {
                if (address.values().get("lang") instanceof String code && !code.isEmpty()) {
                    found = Locale.forLanguageTag(code.replace('_', '-').replaceFirst("@.*", ""));
                }
            }
        }
        languages.put(companyId, found);
        return found;
    }

    /**
     * A message of the note's own external ID, loaded create-once: what {@code message_post} writes, but Odoo itself keeps it from being there
     * twice. No follower is notified, and no vendor sees it.
     */
    @Override
    public void note(OrderKey key, int companyId, int orderId, String html) throws GatewayException {
        calls.createOnce(
                "mail.message", companyId, List.of("id", "model", "res_id", "body", "message_type", "subtype_id/id", "is_internal"),
                List.of(List.of(key.noteExternalId(), ORDER, Integer.toString(orderId), html, "comment", "mail.mt_note", "1")));
    }

    @Override
    public boolean askApproval(OrderKey key, int companyId, int orderId, String summary) throws GatewayException {
        return approval.ask(key, companyId, orderId, summary);
    }

    @Override
    public Map<Sku, Circumstances> circumstances(Collection<LineIntent> intents) throws GatewayException {
        return facts.circumstances(intents);
    }

    @Override
    public Map<Sku, LineFacts> facts(Collection<LineIntent> intents, Map<Sku, Circumstances> circumstances) throws GatewayException {
        return facts.read(intents, circumstances);
    }
}
