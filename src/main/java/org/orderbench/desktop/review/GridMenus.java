package org.orderbench.desktop.review;

import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.review.GridLayout.SavedView;

/** The menus over the grid: saved views, columns, files. Each is filled when it is opened. */
final class GridMenus {

    private final GridMemory memory;
    private final ReviewGrid grid;
    private final Frame frame;
    private final Texts texts;

    GridMenus(GridMemory memory, ReviewGrid grid, Frame frame, Texts texts) {
        this.memory = memory;
        this.grid = grid;
        this.frame = frame;
        this.texts = texts;
    }

    void fillViews(ContextMenu menu) {
        Menu delete = new Menu(texts.get("review.views.delete"));
        menu.getItems().clear();
        for (SavedView view : memory.views()) {
            menu.getItems().add(item(view.name(), () -> memory.turnTo(view)));
            delete.getItems().add(item(view.name(), () -> memory.delete(view)));
        }
        if (menu.getItems().isEmpty()) {
            MenuItem none = new MenuItem(texts.get("review.views.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        delete.setDisable(delete.getItems().isEmpty());
        menu.getItems().addAll(new SeparatorMenuItem(), item(texts.get("review.views.save"), this::askName), delete);
    }

    private void askName() {
        TextField name = new TextField();
        name.setPromptText(texts.get("review.views.name"));
        name.setAccessibleText(texts.get("review.views.name"));
        name.setOnAction(event -> {
            if (!name.getText().isBlank()) {
                frame.closeOverlay();
                memory.save(name.getText());
            }
        });
        Label head = new Label(texts.get("review.views.save"));
        head.getStyleClass().add("overlay-title");
        Label hint = new Label(texts.get("review.views.save.hint"));
        hint.getStyleClass().add("muted");
        VBox card = new VBox(head, name, hint) {
            @Override
            public void requestFocus() {
                name.requestFocus();
            }
        };
        card.getStyleClass().add("overlay-card");
        frame.overlay(card);
    }

    /** The menu stays open while columns are chosen. */
    void fillColumns(ContextMenu menu) {
        menu.getItems().clear();
        for (TableColumn<Row, ?> column : grid.choosable()) {
            CheckBox shown = new CheckBox(column.getText());
            shown.setSelected(column.isVisible());
            shown.setOnAction(event -> column.setVisible(shown.isSelected()));
            menu.getItems().add(new CustomMenuItem(shown, false));
        }
        CheckBox sticky = new CheckBox(texts.get("review.columns.sticky"));
        sticky.setTooltip(new Tooltip(texts.get("review.columns.sticky.hint")));
        sticky.selectedProperty().bindBidirectional(grid.sticky());
        menu.getItems().addAll(new SeparatorMenuItem(), new CustomMenuItem(sticky, false), item(texts.get("review.columns.reset"), memory::reset));
    }

    /** Opens a menu under its button, filled as things stand. */
    static void under(Button button, Consumer<ContextMenu> fill) {
        button.setOnAction(event -> {
            ContextMenu menu = new ContextMenu();
            fill.accept(menu);
            menu.show(button, Side.BOTTOM, 0, 4);
        });
    }

    static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
