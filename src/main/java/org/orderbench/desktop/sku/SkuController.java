package org.orderbench.desktop.sku;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.export.ExportFolder;
import org.orderbench.desktop.export.Snapshots;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.Wording;

/** Binds the SKU panel to its model. */
public final class SkuController {

    private final SkuModel model;
    private final Frame frame;
    private final Tasks tasks;
    private final Texts texts;
    private final Formats formats;
    private final ExportFolder exports;
    private final OnUse onUse;
    private final ChartPane picture = new ChartPane();

    @FXML private HBox content;
    @FXML private Label name;
    @FXML private Label code;
    @FXML private Label method;
    @FXML private HBox spans;
    @FXML private StackPane chart;
    @FXML private FlowPane tabs;
    @FXML private VBox why;
    @FXML private VBox steps;
    @FXML private VBox constraints;
    @FXML private VBox large;
    @FXML private VBox ages;
    @FXML private VBox past;
    @FXML private VBox trace;
    @FXML private VBox whatIf;
    @FXML private VBox prices;
    @FXML private VBox vendors;
    @FXML private VBox paid;
    @FXML private VBox notes;
    @FXML private VBox planning;
    @FXML private StackPane placeholder;

    /** Hears which quantity of which SKU a buyer wants to order. */
    @FunctionalInterface
    public interface OnUse {
        void order(Sku sku, String name, Quantity quantity);
    }

    /** @param onUse hears the quantity of a what-if that the buyer wants to order */
    public SkuController(SkuModel model, Frame frame, Tasks tasks, Texts texts, Formats formats, ExportFolder exports, OnUse onUse) {
        this.model = model;
        this.frame = frame;
        this.tasks = tasks;
        this.texts = texts;
        this.formats = formats;
        this.exports = exports;
        this.onUse = onUse;
    }

    @FXML
    void initialize() {
        chart.getChildren().add(picture);
        picture.onZoom(by -> model.span().set(model.span().get().zoomed(by)));
        placeholder.getChildren().add(new Blank("mdmz-show_chart", texts.get("sku.none.title"), texts.get("sku.none.text")));
        for (Span span : Span.values()) {
            ToggleButton choice = segment(texts.get(span.key()));
            choice.setOnAction(event -> {
                model.span().set(span);
                choice.setSelected(true);
            });
            model.span().subscribe(now -> choice.setSelected(now == span));
            spans.getChildren().add(choice);
        }
        NotesPane notesPane = new NotesPane(texts, formats, model::note);
        notes.getChildren().add(notesPane);
        LargeOrdersPane largePane = new LargeOrdersPane(texts, formats, model::say);
        large.getChildren().add(largePane);
        whatIf.getChildren().add(new WhatIfPane(model.whatIf(), texts, formats, this::use));
        List<VBox> pages = List.of(why, whatIf, prices, planning, trace, notes);
        for (int i = 0; i < pages.size(); i++) {
            tabs.getChildren().add(tab(List.of("why", "what-if", "prices", "planning", "policy", "notes").get(i), pages.get(i), pages));
        }
        turnTo(why, pages);
        model.panel().subscribe(now -> {
            show(now, notesPane);
            largePane.show(now == null ? List.of() : now.large());
        });
        model.whatIf().shown().subscribe(this::draw);
        model.span().subscribe((before, now) -> draw(model.whatIf().shown().get()));
    }

    /** Puts another screen's part under a tab of its own: how policy judged the line. */
    public void setTrace(Node node) {
        trace.getChildren().setAll(node);
    }

    /** Below the reasons: how old they are. */
    public void setAges(Node node) {
        ages.getChildren().setAll(node);
    }

    /** The same for what the SKU is planned with. */
    public void setPlanning(Node node) {
        planning.getChildren().setAll(node);
    }

    private void use(Quantity quantity) {
        SkuModel.Panel shown = model.panel().get();
        if (shown != null) {
            onUse.order(shown.view().facts().sku(), shown.view().facts().product().name(), quantity);
        }
    }

    private static ToggleButton segment(String words) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("segment");
        return button;
    }

    private ToggleButton tab(String id, VBox page, List<VBox> pages) {
        ToggleButton tab = segment(texts.get("sku.tab." + id));
        tab.setId("sku-tab-" + id);
        page.visibleProperty().subscribe(tab::setSelected);
        tab.setOnAction(event -> {
            turnTo(page, pages);
            tab.setSelected(true);
        });
        return tab;
    }

    private static void turnTo(Node page, List<VBox> pages) {
        for (VBox other : pages) {
            other.setVisible(other.equals(page));
            other.setManaged(other.equals(page));
        }
    }

    private void showPast(List<String> lines) {
        past.getChildren().clear();
        if (!lines.isEmpty()) {
            Label title = new Label(texts.get("sku.past.title"));
            title.getStyleClass().add("section");
            past.getChildren().add(title);
        }
        for (String line : lines) {
            Label words = new Label(line);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            past.getChildren().add(words);
        }
    }

    private void show(SkuModel.@Nullable Panel panel, NotesPane notesPane) {
        content.setVisible(panel != null);
        placeholder.setVisible(panel == null);
        if (panel == null) {
            return;
        }
        SkuView view = panel.view();
        name.setText(view.facts().product().name());
        code.setText(view.facts().product().code() + " · " + view.facts().warehouse().name());
        method.setText(switch (view.forecast()) {
            case Forecast.Available forecast -> texts.get("sku.method", Wording.ofTerm(forecast.method(), formats.locale()), formats.percent(forecast.confidence()));
            case Forecast.Unavailable none -> texts.get("sku.no-forecast", Wording.ofTerm(none.reason(), formats.locale()));
        });
        showPast(new PastForecasts(texts, formats).of(view));
        // Cut off where the window is narrow.
        method.setTooltip(new Tooltip(method.getText()));
        steps.getChildren().setAll(new StepNodes(texts, formats).of(view.explanation()));
        constraints.getChildren().setAll(List.copyOf(new Constraints(texts, formats).of(view.facts())));
        PricesPane tables = new PricesPane(texts, formats);
        vendors.getChildren().setAll(tables.vendors(view.facts(), view.order()));
        paid.getChildren().setAll(tables.history(panel.paid()));
        notesPane.show(panel.notes());
        ((ToggleButton) tabs.getChildren().getLast())
                .setText(panel.notes().isEmpty() ? texts.get("sku.tab.notes") : texts.get("sku.tab.notes.count", panel.notes().size()));
    }

    private void draw(@Nullable SkuView view) {
        if (view == null) {
            picture.show(null);
            return;
        }
        Span span = model.span().get();
        picture.setAccessibleText(texts.get("sku.chart.name", view.facts().product().name()));
        picture.setDayWords(view.facts().today(), new DayWords(view, span, formats, texts)::of);
        picture.show((palette, little) -> SkuChart.draw(view, span, palette, formats, texts, little));
    }

    @FXML
    void onExport() {
        BufferedImage drawn = picture.picture();
        String stem = texts.get("sku.export.file", code.getText());
        tasks.run(() -> {
            Path file = exports.create(stem, "png");
            Snapshots.write(drawn, file);
            return file;
        }, file -> frame.notice(new Notice(
                Kind.DONE, texts.get("export.done", file.getFileName()), texts.get("export.open"), () -> frame.browse(file.toUri().toString()))));
    }
}
