package org.orderbench.desktop.sku;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.orderbench.desktop.common.FigureWords;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Wording;

/** The explanation as nodes: each rule with what it made of the quantity, and the figures that it looked at with their sources. */
final class StepNodes {

    private final Texts texts;
    private final Formats formats;
    private final FigureWords words;

    StepNodes(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.words = new FigureWords(formats);
    }

    List<Node> of(Explanation explanation) {
        List<Node> nodes = new ArrayList<>();
        int number = 1;
        for (Step step : explanation.steps()) {
            nodes.add(step(number++, step));
        }
        return nodes;
    }

    private Node step(int number, Step step) {
        Label badge = new Label(formats.count(number));
        badge.getStyleClass().add("step-number");
        badge.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label text = new Label(Wording.of(step, formats.locale()));
        text.getStyleClass().add("step-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = new HBox(badge, text);
        head.getStyleClass().add("step-head");
        BigDecimal before = step.before();
        BigDecimal after = step.after();
        if (after != null) {
            String words = before == null || before.compareTo(after) == 0
                    ? formats.figure(after)
                    : texts.get("sku.step.change", formats.figure(before), formats.figure(after));
            Label change = new Label(words);
            change.getStyleClass().add("step-change");
            change.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(change);
        }
        VBox box = new VBox(head);
        box.getStyleClass().add("step");
        step.figures().forEach(figure -> box.getChildren().add(figure(figure)));
        return box;
    }

    /** Name and source run on over as many lines as they need: an argument whose source is cut off is none. */
    private Node figure(Figure figure) {
        Text name = new Text(words.name(figure) + "  ");
        name.getStyleClass().add("figure-name");
        Text source = new Text(words.source(figure));
        source.getStyleClass().add("figure-source");
        TextFlow left = new TextFlow(name, source);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        Label value = new Label(words.value(figure));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(left, value);
        row.getStyleClass().add("figure");
        return row;
    }
}
