package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;

/** Proposal lines for products of a synced cache that have just one supplier price, so that Odoo computes the same price as we do. */
public final class Shortages {

    private final CacheDatabase database;
    private final Clock clock;

    /** A product that could be ordered. Quantities and price per the product's own unit. */
    public record Candidate(
            Sku sku, String code, String name, String unit, int priceId, int vendor, String vendorName, String currency, BigDecimal minimum, BigDecimal step,
            BigDecimal price, @Nullable Integer newestLine, @Nullable OffsetDateTime newestCreated) {}

    public Shortages(CacheDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Candidate> candidates() {
        Jdbi jdbi = database.jdbi();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select w.company_id, w.id, p.id, p.code, p.name, u.name, s.id, s.vendor_id, v.name, s.currency, s.minimum, su.reference / u.reference as step,
                            s.price * (1 - s.discount / 100) as price,
                            (select max(l.id) from purchase_line l join purchase_order o on o.id = l.order_id where l.product_id = p.id and o.warehouse_id = w.id) as newest
                        from product p join unit u on u.id = p.unit_id join supplier_price s on s.template_id = p.template_id join unit su on su.id = s.unit_id
                            join vendor v on v.id = s.vendor_id join warehouse w on w.id = (select min(id) from warehouse)
                        where p.active and p.purchasable and p.storable and s.price > 0 and (s.product_id is null or s.product_id = p.id)
                            and (s.company_id is null or s.company_id = w.company_id)
                            and (s.valid_from is null or s.valid_from <= :today) and (s.valid_to is null or s.valid_to >= :today)
                            and (select count(*) from supplier_price x where x.template_id = p.template_id) = 1
                        order by s.vendor_id, p.id
                        """)
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> {
                    BigDecimal step = row.getBigDecimal(12);
                    Integer newest = row.getObject(14, Integer.class);
                    return new Candidate(
                            new Sku(row.getInt(1), row.getInt(2), row.getInt(3)), row.getString(4), row.getString(5), row.getString(6), row.getInt(7),
                            row.getInt(8), row.getString(9), row.getString(10), row.getBigDecimal(11).multiply(step), step,
                            row.getBigDecimal(13).divide(step, MathContext.DECIMAL64), newest,
                            newest == null ? null : handle.select("select created_at from purchase_line where id = ?", newest).mapTo(OffsetDateTime.class).one());
                })
                .list());
    }

    /** What a sync would bring of one product's purchase lines, given as Odoo's own rows. */
    public void refresh(Sku sku, List<Map<String, Object>> lines) {
        database.jdbi().useTransaction(handle -> {
            for (Map<String, Object> line : lines) {
                handle.execute(
                        "merge into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, amount_total) key (id) values (?, 'P', ?, 1, ?, ?, 'GBP', 0)",
                        line.get("order_id"), line.get("state"), sku.companyId(), sku.warehouseId());
                handle.execute(
                        "merge into purchase_line (id, order_id, product_id, unit_id, ordered, received, price, created_at) key (id) values (?, ?, ?, 1, ?, "
                                + "coalesce((select received from purchase_line where id = ?), 0), 1, ?)",
                        line.get("id"), line.get("order_id"), sku.productId(), line.get("product_uom_qty"), line.get("id"),
                        LocalDateTime.parse(String.valueOf(line.get("create_date")).substring(0, 19).replace(' ', 'T')).toInstant(ZoneOffset.UTC));
            }
        });
    }

    /** What a sync would bring of a colleague's draft for the candidate's vendor. */
    public void draft(Candidate candidate, int order) {
        database.jdbi().useHandle(handle -> handle.execute(
                "merge into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, amount_total) key (id) values (?, ?, 'draft', ?, ?, ?, ?, 0)",
                order, "P" + order, candidate.vendor(), candidate.sku().companyId(), candidate.sku().warehouseId(), candidate.currency()));
    }

    /** An open line for {@code steps} steps above the minimum. */
    public long propose(Candidate candidate, int steps) {
        Quantity step = new Quantity(candidate.step());
        Quantity quantity = new Quantity(candidate.minimum()).max(step).upTo(step).plus(step.times(BigDecimal.valueOf(steps)));
        LineBasis basis = new LineBasis(
                candidate.sku(), candidate.newestLine(), candidate.newestCreated() == null ? null : candidate.newestCreated().toInstant(), 0);
        return new TestProposals(database).line(candidate.vendor(), candidate.vendorName(), candidate.currency(), new ProposalLine(
                0, basis, candidate.code(), candidate.name(), null, "All", candidate.unit(), Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, 3.0, 7.0, quantity,
                quantity, quantity, step, "Pack", new Quantity(candidate.minimum()), candidate.price(), null, 10, LocalDate.now(clock).plusDays(10), null, true, 0.5,
                candidate.priceId(), new Explanation(List.of(new Explanation.Step("service-level", "Cover for <10 days> & a safety stock", null, null, List.of()))),
                LineState.OPEN, null));
    }
}
