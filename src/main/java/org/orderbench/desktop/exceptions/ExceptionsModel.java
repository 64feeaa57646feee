package org.orderbench.desktop.exceptions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.orderbench.desktop.common.Reading;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.PlanException;

/** What the newest plan left out, to be filtered by reason and by words. For the window thread. */
public final class ExceptionsModel {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Locale locale;
    private final ObservableList<PlanException> all = FXCollections.observableArrayList();
    private final FilteredList<PlanException> shown = new FilteredList<>(all);
    private final ReadOnlyObjectWrapper<Map<String, Long>> reasons = new ReadOnlyObjectWrapper<>(this, "reasons", Map.of());
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", Reading.UNDER_WAY);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");

    /** @param locale of the reader */
    public ExceptionsModel(WorkbenchServices services, Tasks tasks, Locale locale) {
        this.locale = locale;
        this.services = services;
        this.tasks = tasks;
        search.subscribe(this::filter);
        reason.subscribe(this::filter);
    }

    public void load() {
        tasks.run(() -> services.proposals().exceptions().stream().map(found -> found.in(locale)).toList(), (List<PlanException> found) -> {
            all.setAll(found);
            reading.set(Reading.DONE);
            reasons.set(found.stream().collect(Collectors.groupingBy(PlanException::reason, TreeMap::new, Collectors.counting())));
        }, failure -> {
            all.clear();
            reading.set(Reading.FAILED);
            tasks.fail(failure);
        });
    }

    private void filter() {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        String only = reason.get();
        shown.setPredicate(found -> (only.isEmpty() || found.reason().equals(only))
                && (found.code() + '\n' + found.name() + '\n' + found.detail()).toLowerCase(Locale.ROOT).contains(words));
    }

    public ObservableList<PlanException> shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** How many SKUs each reason keeps back. */
    public ReadOnlyObjectProperty<Map<String, Long>> reasons() {
        return reasons.getReadOnlyProperty();
    }

    public StringProperty search() {
        return search;
    }

    /** The one reason to show, or empty for all. */
    public StringProperty reason() {
        return reason;
    }
}
