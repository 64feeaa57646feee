package org.orderbench.desktop.skus;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Reading;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.SkuStatus;

/** All SKUs of the newest plan, narrowed by words and by a filter. For the window thread. */
public final class SkusModel {

    /** One SKU with what is searched in it, made once: typing then looks at it a hundred thousand times. */
    private record Entry(SkuStatus status, String words) {
        static Entry of(SkuStatus s) {
            return new Entry(s, String.join("\n", s.code(), s.name(), s.barcode() == null ? "" : s.barcode(), s.category(),
                    s.vendorName() == null ? "" : s.vendorName(), s.warehouseName()).toLowerCase(Locale.ROOT));
        }
    }

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final ObservableList<SkuStatus> all = FXCollections.observableArrayList();
    private final FilteredList<SkuStatus> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<SkuFilter> filter = new SimpleObjectProperty<>(this, "filter", SkuFilter.ALL);
    private final ReadOnlyObjectWrapper<Map<SkuFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(this, "counts", Map.of());
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", Reading.UNDER_WAY);
    private final ObjectProperty<@Nullable SkuStatus> cursor = new SimpleObjectProperty<>(this, "cursor");
    private Map<SkuStatus, String> words = Map.of();
    private @Nullable Sku wanted;

    public SkusModel(WorkbenchServices services, Tasks tasks) {
        this.services = services;
        this.tasks = tasks;
        search.subscribe(this::narrow);
        filter.subscribe(this::narrow);
    }

    /** Reads the list anew; the cursor stays on its SKU. */
    public void load() {
        tasks.run(() -> services.proposals().statuses().stream().map(Entry::of).toList(), this::take, failure -> {
            all.clear();
            reading.set(Reading.FAILED);
            tasks.fail(failure);
        });
    }

    private void take(List<Entry> entries) {
        Map<SkuStatus, String> next = new IdentityHashMap<>();
        entries.forEach(entry -> next.put(entry.status(), entry.words()));
        words = next;
        SkuStatus before = cursor.get();
        Sku sought = wanted == null && before != null ? before.sku() : wanted;
        all.setAll(entries.stream().map(Entry::status).toList());
        reading.set(Reading.DONE);
        Map<SkuFilter, Integer> counted = new EnumMap<>(SkuFilter.class);
        for (SkuFilter each : SkuFilter.values()) {
            counted.put(each, (int) all.stream().filter(each::holds).count());
        }
        counts.set(counted);
        if (sought != null) {
            find(sought);
        }
    }

    private void narrow() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        SkuFilter only = filter.get();
        shown.setPredicate(status -> only.holds(status) && words.getOrDefault(status, "").contains(wanted));
    }

    /** Puts the cursor on a SKU, where it is in the list; before the list was read, as soon as it is. */
    public void find(Sku sku) {
        wanted = reading.get() == Reading.DONE ? null : sku;
        all.stream().filter(status -> status.sku().equals(sku)).findFirst().ifPresent(cursor::set);
    }

    public ObservableList<SkuStatus> shown() {
        return shown;
    }

    public StringProperty search() {
        return search;
    }

    public ObjectProperty<SkuFilter> filter() {
        return filter;
    }

    public ReadOnlyObjectProperty<Map<SkuFilter, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable SkuStatus> cursor() {
        return cursor;
    }
}
