package org.orderbench.desktop.sku;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.LargeOrder;
import org.orderbench.proposal.SkuNote;
import org.orderbench.proposal.SkuView;

/** The SKU under the cursor. Reading one takes a moment, so an answer that the cursor has left behind is dropped. For the window thread. */
public final class SkuModel {

    private static final String SPAN = "sku-span";

    /** A SKU in depth, with what was paid for it and what buyers noted. */
    record Panel(SkuView view, List<PaidPrice> paid, List<SkuNote> notes, List<LargeOrder> large) {}

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final WhatIfModel whatIf;
    private final ReadOnlyObjectWrapper<@Nullable Panel> panel = new ReadOnlyObjectWrapper<>(this, "panel");
    private final ObjectProperty<Span> span;
    /** Read by the background too, which need not begin what nobody waits for any more. */
    private volatile @Nullable Sku wanted;

    public SkuModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
        whatIf = new WhatIfModel(services, tasks);
        span = new SimpleObjectProperty<>(this, "span", remembered());
        span.subscribe((before, now) -> tasks.run(() -> {
            services.preferences().put(SPAN, now.name());
            return now;
        }, kept -> {}));
    }

    private Span remembered() {
        String name = services.preferences().get(SPAN).orElse("");
        for (Span known : Span.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return Span.HALF_YEAR;
    }

    /** Shows a SKU, or none. What was shown stays until the answer is there, so that nothing flickers under a moving cursor. */
    public void show(@Nullable Sku sku) {
        if (Objects.equals(sku, wanted)) {
            return;
        }
        wanted = sku;
        if (sku == null) {
            set(null);
            return;
        }
        tasks.run(() -> sku.equals(wanted) ? read(sku) : Optional.<Panel>empty(), answer -> {
            if (sku.equals(wanted)) {
                set(answer.orElse(null));
            }
        });
    }

    private Optional<Panel> read(Sku sku) {
        return services.skuViews().apply(sku)
                .map(view -> new Panel(view, services.aids().paidPrices().apply(sku), services.aids().notes().of(sku), LargeOrder.of(view.facts())));
    }

    private void set(@Nullable Panel now) {
        panel.set(now);
        whatIf.begin(now == null ? null : now.view());
    }

    /** Reads the shown SKU anew. */
    public void reload() {
        Sku sku = wanted;
        wanted = null;
        show(sku);
    }

    /** Keeps a remark about the SKU that is shown. Blank ones are ignored. */
    void note(String text) {
        Panel now = panel.get();
        if (now == null || text.isBlank()) {
            return;
        }
        Sku sku = now.view().facts().sku();
        tasks.run(() -> {
            services.aids().notes().add(sku, new SkuNote(services.clock().instant(), services.buyer(), text.strip()));
            return services.aids().notes().of(sku);
        }, notes -> {
            if (sku.equals(wanted)) {
                panel.set(new Panel(now.view(), now.paid(), notes, now.large()));
            }
        });
    }

    /** Keeps what the buyer says about a large order of the SKU that is shown, and forecasts it anew. */
    void say(LocalDate day, LargeOrders.@Nullable Verdict verdict) {
        Panel now = panel.get();
        if (now == null) {
            return;
        }
        Sku sku = now.view().facts().sku();
        tasks.run(() -> {
            services.aids().largeOrders().say(sku, day, verdict, services.buyer());
            return sku;
        }, said -> {
            if (said.equals(wanted)) {
                reload();
            }
        });
    }

    ReadOnlyObjectProperty<@Nullable Panel> panel() {
        return panel.getReadOnlyProperty();
    }

    WhatIfModel whatIf() {
        return whatIf;
    }

    /** How far the chart looks; remembered. */
    ObjectProperty<Span> span() {
        return span;
    }
}
