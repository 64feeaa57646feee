package org.orderbench.desktop.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.orderbench.desktop.common.Texts;

/** A list to tick from, with a search where it is long. */
final class PickList<T> extends VBox {

    private static final int LONG = 8;

    private final Set<T> picked = new LinkedHashSet<>();
    private final Label count = new Label();
    private final Texts texts;

    PickList(String title, Map<T, String> names, Collection<T> chosen, Texts texts) {
        super(4);
        this.texts = texts;
        getStyleClass().add("pick-list");
        picked.addAll(chosen);
        List<T> sorted = names.keySet().stream()
                .sorted(Comparator.comparing((T item) -> !picked.contains(item)).thenComparing(item -> names.getOrDefault(item, "")))
                .toList();
        FilteredList<T> shown = new FilteredList<>(FXCollections.observableArrayList(sorted));
        ListView<T> list = new ListView<>(shown);
        list.setAccessibleText(title);
        list.setPrefSize(330, Math.clamp(sorted.size() * 28L + 4, 60, 130));
        list.setFixedCellSize(28);
        list.setPlaceholder(new Label(texts.get("policy.pick.none")));
        list.setCellFactory(CheckBoxListCell.forListView(this::ticked, new StringConverter<>() {
            @Override
            public String toString(T item) {
                return names.getOrDefault(item, "");
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed into this list");
            }
        }));
        count.getStyleClass().add("hint");
        HBox head = new HBox(8, new Label(title), count);
        getChildren().add(head);
        if (sorted.size() > LONG) {
            TextField search = new TextField();
            search.setPromptText(texts.get("policy.pick.search"));
            search.setAccessibleText(texts.get("policy.pick.search.in", title));
            search.textProperty().subscribe(typed -> {
                String wanted = typed.strip().toLowerCase(Locale.ROOT);
                shown.setPredicate(item -> names.getOrDefault(item, "").toLowerCase(Locale.ROOT).contains(wanted));
            });
            HBox.setHgrow(search, Priority.ALWAYS);
            getChildren().add(search);
        }
        getChildren().add(list);
        say();
    }

    private BooleanProperty ticked(T item) {
        BooleanProperty ticked = new SimpleBooleanProperty(picked.contains(item));
        ticked.subscribe((before, now) -> {
            if (now) {
                picked.add(item);
            } else {
                picked.remove(item);
            }
            say();
        });
        return ticked;
    }

    private void say() {
        count.setText(picked.isEmpty() ? "" : texts.get("policy.pick.count", picked.size()));
    }

    Set<T> picked() {
        return Set.copyOf(picked);
    }
}
