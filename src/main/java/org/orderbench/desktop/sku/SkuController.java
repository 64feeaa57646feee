package org.orderbench.desktop.sku;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.SkuView;

/** Binds the SKU panel to its model. */
public final class SkuController {

    private final SkuModel model;
    private final Texts texts;
    private final Formats formats;
    private final ChartPane picture = new ChartPane();

    @FXML private HBox content;
    @FXML private Label name;
    @FXML private Label code;
    @FXML private Label method;
    @FXML private StackPane chart;
    @FXML private VBox steps;
    @FXML private VBox constraints;
    @FXML private VBox trace;
    @FXML private StackPane placeholder;

    public SkuController(SkuModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
    }

    @FXML
    void initialize() {
        chart.getChildren().add(picture);
        placeholder.getChildren().add(new Blank("mdmz-show_chart", texts.get("sku.none.title"), texts.get("sku.none.text")));
        model.view().subscribe(this::show);
    }

    /** Puts another screen's part below the reasons: how policy judged the line. */
    public void setTrace(Node node) {
        trace.getChildren().setAll(node);
    }

    private void show(@Nullable SkuView view) {
        content.setVisible(view != null);
        placeholder.setVisible(view == null);
        if (view == null) {
            picture.show(null);
            return;
        }
        name.setText(view.facts().product().name());
        code.setText(view.facts().product().code() + " · " + view.facts().warehouse().name());
        method.setText(switch (view.forecast()) {
            case Forecast.Available forecast -> texts.get("sku.method", forecast.method(), formats.percent(forecast.confidence()));
            case Forecast.Unavailable none -> texts.get("sku.no-forecast", none.reason());
        });
        picture.setAccessibleText(texts.get("sku.chart.name", view.facts().product().name()));
        picture.show(palette -> SkuChart.draw(view, palette, formats, texts));
        steps.getChildren().setAll(new StepNodes(texts, formats).of(view.explanation()));
        constraints.getChildren().setAll(List.copyOf(new Constraints(texts, formats).of(view.facts())));
    }
}
