package org.orderbench.desktop.sku;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.SkuView;

/** The SKU under the cursor. Reading one takes a moment, so an answer that the cursor has left behind is dropped. For the window thread. */
public final class SkuModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable SkuView> view = new ReadOnlyObjectWrapper<>(this, "view");
    /** Read by the background too, which need not begin what nobody waits for any more. */
    private volatile @Nullable Sku wanted;

    public SkuModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
    }

    /** Shows a SKU, or none. What was shown stays until the answer is there, so that nothing flickers under a moving cursor. */
    public void show(@Nullable Sku sku) {
        if (Objects.equals(sku, wanted)) {
            return;
        }
        wanted = sku;
        if (sku == null) {
            view.set(null);
            return;
        }
        tasks.run(() -> sku.equals(wanted) ? services.skuViews().apply(sku) : Optional.<SkuView>empty(), answer -> {
            if (sku.equals(wanted)) {
                view.set(answer.orElse(null));
            }
        });
    }

    /** Reads the shown SKU anew. */
    public void reload() {
        Sku sku = wanted;
        wanted = null;
        show(sku);
    }

    public ReadOnlyObjectProperty<@Nullable SkuView> view() {
        return view.getReadOnlyProperty();
    }
}
