package org.orderbench.desktop.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.HeldSetting;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.SettingName;

/** All planning settings of one scope, made from the catalogue: what holds, where it came from, and a place to change it. */
public final class PlanningView extends VBox {

    private static final List<String> VALUES = List.of("A", "B", "C");
    private static final List<String> SPREADS = List.of("X", "Y", "Z");

    private final PlanningModel model;
    private final Texts texts;
    private final Formats formats;
    private final VBox cards = new VBox(16);
    private final HBox banner = new HBox(12);
    private final Label effect = new Label(null, new FontIcon("mdmz-sync"));
    private final boolean wide;
    private @Nullable ScopeList choices;

    /** @param choosing whether what is looked at is chosen here; else whoever shows the view says it */
    public PlanningView(PlanningModel model, Texts texts, Formats formats, boolean choosing) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("planning");
        cards.getStyleClass().add("planning-cards");
        effect.setWrapText(true);
        effect.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(effect, Priority.ALWAYS);
        Button plan = new Button(texts.get("planning.plan"));
        plan.getStyleClass().add("accent");
        plan.setId("planning-plan");
        plan.setMinWidth(USE_PREF_SIZE);
        plan.setOnAction(event -> model.plan());
        banner.getStyleClass().add("planning-banner");
        banner.getChildren().addAll(effect, plan);
        this.wide = choosing;
        VBox right = new VBox(10, banner, choosing ? scrolling(cards) : cards);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        HBox both = new HBox(16);
        if (choosing) {
            choices = new ScopeList(model, texts);
            both.getChildren().add(choices);
        }
        both.getChildren().add(right);
        both.getStyleClass().add("planning-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        model.page().subscribe(this::show);
        model.effect().subscribe(this::tell);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /** Reads anew what can be looked at. */
    public void load() {
        model.find("");
        if (choices != null) {
            choices.begin();
        }
        model.load();
    }

    private void tell(PlanningDesk.@Nullable Effect found) {
        banner.setVisible(found != null);
        banner.setManaged(found != null);
        if (found != null) {
            effect.setText(texts.get("planning.effect", found.changed(), found.lines()));
        }
    }

    private void show(PlanningModel.@Nullable Page page) {
        String focused = getScene() == null || getScene().getFocusOwner() == null ? null : getScene().getFocusOwner().getId();
        cards.getChildren().clear();
        if (page == null) {
            return;
        }
        boolean company = page.scope().scope() == PolicyOverride.Scope.COMPANY;
        Map<SettingName, HeldSetting> tables = new EnumMap<>(SettingName.class);
        List<HeldSetting> plain = new ArrayList<>();
        page.held().forEach(held -> {
            if (held.name().inClassTable()) {
                tables.put(held.name(), held);
            } else {
                plain.add(held);
            }
        });
        VBox card = card(ScopeList.words(page.scope(), texts), texts.get(company ? "planning.text" : "planning.text.nearest"));
        plain.forEach(held -> card.getChildren().add(row(held)));
        cards.getChildren().add(card);
        if (company) {
            cards.getChildren().add(classes(tables));
        }
        if (company || page.scope().scope() == PolicyOverride.Scope.VENDOR) {
            cards.getChildren().add(new ClosingsCard(
                    texts.get(company ? "planning.closings.own" : "planning.closings.vendor"), page.closings(), page.today(), texts, formats, model::close, model::open));
        }
        Node back = focused == null ? null : lookup("#" + focused);
        if (back != null) {
            back.requestFocus();
        }
    }

    private static VBox card(String title, String text) {
        Label head = new Label(title);
        head.getStyleClass().addAll("card-title", "data");
        head.setWrapText(true);
        Label about = new Label(text);
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(head, about);
        card.getStyleClass().add("card");
        return card;
    }

    private Node row(HeldSetting held) {
        String name = texts.get("planning.setting." + held.name().word());
        Label title = new Label(name);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label help = new Label(texts.get("planning.help." + held.name().word()));
        help.getStyleClass().add("hint");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, title, help);
        words.setMinWidth(0);
        SettingEditor editor = new SettingEditor(held, name, texts, value -> model.set(held.name(), value));
        Label origin = new Label(origin(held));
        origin.getStyleClass().addAll("hint", "setting-origin");
        origin.setWrapText(true);
        origin.setMinHeight(USE_PREF_SIZE);
        Node from = held.origin() == HeldSetting.Origin.HERE ? new VBox(2, origin, clear(held, name)) : origin;
        if (!wide) {
            HBox.setHgrow(from, Priority.ALWAYS);
            VBox narrow = new VBox(4, words, new HBox(12, editor, from));
            narrow.getStyleClass().add("setting-row");
            return narrow;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("setting-row");
        grid.getColumnConstraints().setAll(share(42), share(30), share(28));
        grid.addRow(0, words, editor, from);
        GridPane.setValignment(from, VPos.TOP);
        return grid;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private Button clear(HeldSetting held, String name) {
        Button clear = new Button(texts.get("planning.clear"));
        clear.getStyleClass().addAll("flat", "small");
        clear.setId("clear-" + held.name().word());
        clear.setAccessibleText(texts.get("planning.clear.of", name));
        clear.setTooltip(new Tooltip(texts.get("planning.clear.of", name)));
        clear.setOnAction(event -> model.set(held.name(), null));
        return clear;
    }

    private String origin(HeldSetting held) {
        return switch (held.origin()) {
            case HERE -> texts.get("planning.from.here");
            case WIDER -> texts.get("planning.from.wider", held.from());
            case CLASS -> held.from().isEmpty() ? texts.get("planning.from.classes") : texts.get("planning.from.class", held.from());
            case DEFAULT -> texts.get(held.value().isEmpty() ? "planning.from.none" : "planning.from.default");
        };
    }

    /** Service levels and order cycles of the classes, and where the classes end. */
    private Node classes(Map<SettingName, HeldSetting> tables) {
        VBox card = card(texts.get("planning.classes"), texts.get("planning.classes.text"));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pairs");
        grid.addRow(0, new Label(), head("X"), head("Y"), head("Z"), head("days"));
        for (int row = 0; row < VALUES.size(); row++) {
            String value = VALUES.get(row);
            Label name = new Label(texts.get("planning.class." + value.toLowerCase(java.util.Locale.ROOT)));
            name.setMinWidth(USE_PREF_SIZE);
            grid.add(name, 0, row + 1);
            for (int column = 0; column < SPREADS.size(); column++) {
                String both = value + SPREADS.get(column);
                grid.add(cell(tables, SettingName.valueOf("SERVICE_LEVEL_" + both), texts.get("planning.class.level", both)), column + 1, row + 1);
            }
            grid.add(cell(tables, SettingName.valueOf("CYCLE_DAYS_" + value), texts.get("planning.class.cycle", value)), 4, row + 1);
        }
        card.getChildren().add(grid);
        for (SettingName limit : List.of(SettingName.CLASS_A_SHARE, SettingName.CLASS_B_SHARE, SettingName.CLASS_X_SPREAD, SettingName.CLASS_Y_SPREAD)) {
            card.getChildren().add(row(Objects.requireNonNull(tables.get(limit))));
        }
        return card;
    }

    private Label head(String column) {
        Label head = new Label(texts.get("planning.class." + column.toLowerCase(java.util.Locale.ROOT)));
        head.getStyleClass().add("hint");
        head.setWrapText(true);
        return head;
    }

    private Node cell(Map<SettingName, HeldSetting> tables, SettingName name, String words) {
        return new SettingEditor(Objects.requireNonNull(tables.get(name)), words, texts, value -> model.set(name, value));
    }
}
