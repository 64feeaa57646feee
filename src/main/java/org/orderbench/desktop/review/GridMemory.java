package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.review.GridLayout.SavedView;

/** What the grid remembers from day to day: its columns, and the views that were saved. For the window thread; the disk is written in the background. */
final class GridMemory {

    private static final String LAYOUT = "review-columns";
    private static final String VIEWS = "review-views";

    private final ReviewGrid grid;
    private final ReviewModel model;
    private final Preferences preferences;
    private final Tasks tasks;
    private final GridLayout usual;
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();

    GridMemory(ReviewGrid grid, ReviewModel model, Preferences preferences, Tasks tasks) {
        this.grid = grid;
        this.model = model;
        this.preferences = preferences;
        this.tasks = tasks;
        usual = grid.layout();
        preferences.get(LAYOUT).flatMap(GridLayout::read).ifPresent(grid::arrange);
        views.setAll(GridLayout.views(preferences.get(VIEWS).orElse("[]")));
        grid.setOnLayout(() -> keep(LAYOUT, grid.layout().text()));
    }

    private void keep(String key, String text) {
        tasks.run(() -> {
            preferences.put(key, text);
            return key;
        }, kept -> {});
    }

    /** The columns as they were before anybody chose. */
    void reset() {
        grid.arrange(usual);
    }

    ObservableList<SavedView> views() {
        return views;
    }

    /** Saves what is shown now under a name; one of the same name gives way. */
    void save(String name) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            return;
        }
        List<SavedView> now = new ArrayList<>(views);
        now.removeIf(view -> view.name().equalsIgnoreCase(plain));
        now.add(new SavedView(plain, model.search().get(), model.filter().get(), model.grouped().get(), grid.layout()));
        now.sort((a, b) -> a.name().toLowerCase(Locale.ROOT).compareTo(b.name().toLowerCase(Locale.ROOT)));
        change(now);
    }

    void delete(SavedView view) {
        List<SavedView> now = new ArrayList<>(views);
        now.remove(view);
        change(now);
    }

    private void change(List<SavedView> now) {
        views.setAll(now);
        keep(VIEWS, GridLayout.text(now));
    }

    /** Asks the list a saved question again. Marks stay: what is out of sight is named before it is approved. */
    void turnTo(SavedView view) {
        grid.arrange(view.layout());
        model.grouped().set(view.grouped());
        model.filter().set(view.filter());
        model.search().set(view.search());
    }
}
