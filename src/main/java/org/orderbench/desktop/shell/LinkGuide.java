package org.orderbench.desktop.shell;

import java.util.List;
import java.util.Optional;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.handover.Link;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.writeback.OutboxEntry;

/**
 * Leads to what a link names. It turns pages and nothing else. A link may come at any moment and from anywhere, so it takes nobody out of a dialog:
 * then it offers itself as a notice. For the window thread.
 */
final class LinkGuide {

    /** The places that it can lead to. */
    interface Sights {

        void screen(Screen screen);

        void sku(Sku sku);

        void order(OutboxEntry entry);
    }

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final ShellController frame;
    private final Sights sights;

    LinkGuide(WorkbenchServices services, Tasks tasks, Texts texts, ShellController frame, Sights sights) {
        this.services = services;
        this.tasks = tasks;
        this.texts = texts;
        this.frame = frame;
        this.sights = sights;
    }

    void follow(Link link) {
        switch (link) {
            case Link.ToScreen screen -> show(texts.get("link.screen", texts.get("shell.title." + screen.id())), () -> sights.screen(named(screen.id())));
            case Link.ToSku sku -> tasks.run(() -> skus(sku.code()), found -> {
                if (found.isEmpty()) {
                    frame.notice(Notice.of(Kind.HINT, texts.get("link.sku.unknown", sku.code())));
                } else {
                    show(texts.get("link.sku", sku.code()), () -> sights.sku(found.getFirst().sku()));
                }
            });
            case Link.ToOrder order -> tasks.run(() -> order(order.name()), found -> found.ifPresentOrElse(
                    entry -> show(texts.get("link.order", order.name()), () -> sights.order(entry)),
                    () -> frame.notice(Notice.of(Kind.HINT, texts.get("link.order.unknown", order.name())))));
        }
    }

    /** An internal reference before a barcode; where several warehouses have it, the one that is ordered for. */
    private List<SkuStatus> skus(String code) {
        List<SkuStatus> all = services.proposals().statuses();
        List<SkuStatus> named = all.stream().filter(status -> status.code().equalsIgnoreCase(code)).toList();
        List<SkuStatus> found = named.isEmpty() ? all.stream().filter(status -> code.equals(status.barcode())).toList() : named;
        return found.stream().sorted((a, b) -> Boolean.compare(b.quantity().isPositive(), a.quantity().isPositive())).toList();
    }

    private Optional<OutboxEntry> order(String name) {
        return services.outbox().get().stream().filter(entry -> name.equalsIgnoreCase(entry.orderName())).findFirst();
    }

    private static Screen named(String id) {
        for (Screen screen : Screen.values()) {
            if (screen.id().equals(id)) {
                return screen;
            }
        }
        throw new IllegalArgumentException("No screen is called " + id);
    }

    private void show(String what, Runnable way) {
        if (frame.isCovered()) {
            frame.notice(new Notice(Kind.HINT, what, texts.get("link.show"), () -> {
                if (!frame.isCovered()) {
                    way.run();
                }
            }));
        } else {
            way.run();
        }
    }
}
