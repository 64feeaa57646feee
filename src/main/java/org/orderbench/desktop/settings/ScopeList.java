package org.orderbench.desktop.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.settings.PlanningModel.Choice;
import org.orderbench.proposal.SettingScopes.Scope;
import org.orderbench.replenish.PolicyOverride;

/** What settings can be looked at of: everything, a vendor, a category, a SKU; with a search over all of them. */
final class ScopeList extends VBox {

    private final ListView<Choice> list = new ListView<>();

    ScopeList(PlanningModel model, Texts texts) {
        getStyleClass().add("scope-list");
        TextField search = new TextField();
        search.setId("planning-search");
        search.setPromptText(texts.get("planning.search"));
        search.setAccessibleText(texts.get("planning.search"));
        search.textProperty().subscribe((before, now) -> model.find(now));
        list.setId("planning-scopes");
        list.setAccessibleText(texts.get("planning.scopes"));
        list.setPlaceholder(new Label(texts.get("planning.scopes.none")));
        list.setCellFactory(cells -> new Cell(texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
        model.choices().subscribe(this::show);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && (before == null || !now.scope().equals(before.scope()))) {
                model.show(now.scope());
            }
        });
    }

    private void show(List<Choice> choices) {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(choices);
        choices.stream()
                .filter(choice -> chosen != null && choice.scope().equals(chosen.scope()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    /** Everything, to begin with. */
    void begin() {
        if (list.getSelectionModel().getSelectedItem() == null && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    static String words(Scope scope, Texts texts) {
        return scope.scope() == PolicyOverride.Scope.COMPANY ? texts.get("planning.scope.company") : scope.name();
    }

    static String icon(Scope scope) {
        return switch (scope.scope()) {
            case COMPANY -> "mdal-all_inclusive";
            case VENDOR -> "mdal-local_shipping";
            case CATEGORY -> "mdal-folder";
            case SKU -> "mdal-category";
        };
    }

    private static final class Cell extends ListCell<Choice> {
        private final Texts texts;

        Cell(Texts texts) {
            this.texts = texts;
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(words(choice.scope(), texts), new FontIcon(icon(choice.scope())));
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox row = new HBox(6, name);
            if (choice.settings() > 0) {
                Label count = new Label(texts.get("planning.count", choice.settings()));
                count.getStyleClass().add("hint");
                count.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(count);
            }
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(1);
            setGraphic(row);
            setAccessibleText(name.getText() + (choice.settings() > 0 ? ", " + texts.get("planning.count", choice.settings()) : ""));
        }
    }
}
