package org.orderbench.desktop.review;

import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;

/** How far the forecast can be relied on: four bars, as many filled as it deserves. Says it in words to a screen reader. */
final class ConfidenceCell extends TableCell<Row, Row> {

    private static final int BARS = 4;

    private final Texts texts;
    private final Formats formats;
    private final CellTip tip = new CellTip(this);
    private final HBox bars = new HBox();

    ConfidenceCell(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("col-confidence");
        bars.getStyleClass().add("confidence");
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().addAll("bar", "bar-" + i);
            bars.getChildren().add(bar);
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || !(row instanceof Row.Line line)) {
            setGraphic(null);
            tip.say("");
            setAccessibleText(null);
            return;
        }
        double confidence = line.line().confidence();
        long filled = Math.clamp(Math.round(confidence * BARS), 1, BARS);
        for (int i = 0; i < BARS; i++) {
            bars.getChildren().get(i).pseudoClassStateChanged(ReviewStyles.FILLED, i < filled);
        }
        bars.pseudoClassStateChanged(ReviewStyles.LOW, confidence < Confidence.UNSURE_BELOW);
        String words = texts.get("review.confidence", formats.percent(confidence));
        tip.say(words);
        setAccessibleText(words);
        setGraphic(bars);
    }
}
