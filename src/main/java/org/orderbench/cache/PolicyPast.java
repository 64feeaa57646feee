package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.Choices;
import org.orderbench.policy.PastLine;
import org.orderbench.policy.Punctuality;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.SkuProfile;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;

/** Reads what a person looks at before giving authority: last month's decisions, the vendors' punctuality, and what slices can be made of. */
final class PolicyPast {

    /** No check asks why a quantity was proposed, and a month of reasons would fill the memory. */
    private static final Explanation UNSAID = new Explanation(List.of());

    private PolicyPast() {}

    /** Lines that people decided; the agent's own decisions are none. */
    static List<PastLine> lines(Handle handle, Instant from, ZoneId zone) {
        Map<Long, SkuProfile> profiles = new HashMap<>();
        handle.createQuery("select proposal_line_id, profile from policy_verdict where profile is not null and judged_at >= :from")
                .bind("from", from.minusSeconds(14L * 86_400))
                .map((row, context) -> Map.entry(row.getLong(1), profile(row.getString(2))))
                .forEach(entry -> profiles.put(entry.getKey(), entry.getValue()));
        List<PastLine> lines = new ArrayList<>();
        for (DecidedLine decided : DecidedLine.since(handle, from)) {
            ProposalLine line = decided.line();
            if (!decided.byAgent()) {
                Ruling.Outcome outcome = !decided.approved() ? Ruling.Outcome.REJECTED
                        : line.state() == LineState.REJECTED ? Ruling.Outcome.WITHDRAWN : Ruling.Outcome.APPROVED;
                lines.add(new PastLine(decided.order(), asProposed(line), decided.day(zone), decided.at(), outcome, decided.decided(), profiles.get(line.id())));
            }
        }
        return lines;
    }

    private static SkuProfile profile(String json) {
        try {
            return PolicyJson.read(json, SkuProfile.class);
        } catch (JsonProcessingException e) {
            throw new CacheException(CacheException.Reason.DAMAGED, "What was known of a SKU cannot be read from the cache (" + e.getOriginalMessage() + ").", e);
        }
    }

    private static ProposalLine asProposed(ProposalLine l) {
        return new ProposalLine(
                l.id(), l.basis(), l.code(), l.name(), l.barcode(), l.category(), l.unitName(), l.onHand(), l.incoming(), l.drafts(), l.daysOfCover(), l.weekly(),
                l.pureNeed(), l.proposed(), l.proposed(), l.orderStep(), l.orderStepName(), l.minimum(), l.unitPrice(), l.companyValue(), l.leadTimeDays(),
                l.arrival(), l.shortageOn(), l.urgent(), l.confidence(), l.priceId(), UNSAID, LineState.OPEN, null);
    }

    /** Receipts against the agreed date of the order line, by vendor; lines without an agreed date say nothing. */
    static List<Punctuality> punctuality(Handle handle, LocalDate today) {
        return handle.createQuery(
                        """
                        select v.id, v.name, count(*), sum(case when m.received <= cast(l.planned_at as date) + 1 then 1 else 0 end)
                        from (select purchase_line_id, max(cast(moved_at as date)) received from stock_move m
                              join location t on t.id = m.to_location join location f on f.id = m.from_location
                              where m.state = 'done' and m.purchase_line_id is not null and t.usage = 'internal' and f.usage <> 'internal'
                                and m.moved_at >= dateadd(year, -1, cast(:today as timestamp)) group by purchase_line_id) m
                        join purchase_line l on l.id = m.purchase_line_id join purchase_order o on o.id = l.order_id join vendor v on v.id = o.vendor_id
                        where l.planned_at is not null group by v.id, v.name order by v.id
                        """)
                .bind("today", today)
                .map((row, context) -> new Punctuality(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    static Map<Sku, Integer> bought(Handle handle) {
        Map<Sku, Integer> bought = new HashMap<>();
        handle.select("select l.company_id, l.warehouse_id, l.product_id, p.vendor_id from proposal_line l join proposal p on p.id = l.proposal_id order by l.id")
                .map((row, context) -> Map.entry(new Sku(row.getInt(1), row.getInt(2), row.getInt(3)), row.getInt(4)))
                .forEach(entry -> bought.put(entry.getKey(), entry.getValue()));
        return bought;
    }

    static Choices choices(Handle handle) {
        SortedSet<String> categories = new TreeSet<>();
        handle.select("select distinct category from product where category <> ''").mapTo(String.class).forEach(category -> withThoseAbove(category, categories));
        Map<Sku, String> skus = new HashMap<>();
        handle.select(
                        """
                        select distinct l.company_id, l.warehouse_id, l.product_id, p.code, p.name, w.name from proposal_line l
                        join product p on p.id = l.product_id join warehouse w on w.id = l.warehouse_id
                        """)
                .map((row, context) -> Map.entry(new Sku(row.getInt(1), row.getInt(2), row.getInt(3)), label(row.getString(4), row.getString(5), row.getString(6))))
                .forEach(entry -> skus.put(entry.getKey(), entry.getValue()));
        return new Choices(
                List.copyOf(categories),
                names(handle, "select distinct v.id, v.name from vendor v join proposal p on p.vendor_id = v.id"),
                names(handle, "select id, name from warehouse"),
                handle.select("select distinct name from product_tag order by name").mapTo(String.class).list(),
                skus);
    }

    private static String label(@Nullable String code, String name, String warehouse) {
        return (code == null || code.isEmpty() ? name : code + " " + name) + " · " + warehouse;
    }

    private static void withThoseAbove(String category, SortedSet<String> into) {
        into.add(category);
        int cut = category.lastIndexOf(" / ");
        if (cut > 0) {
            withThoseAbove(category.substring(0, cut), into);
        }
    }

    private static SortedMap<Integer, String> names(Handle handle, String query) {
        SortedMap<Integer, String> names = new TreeMap<>();
        handle.select(query).map((row, context) -> Map.entry(row.getInt(1), row.getString(2))).forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}
