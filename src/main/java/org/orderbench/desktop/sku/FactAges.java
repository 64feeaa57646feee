package org.orderbench.desktop.sku;

import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Texts;

/** How old what the panel shows is, kind by kind, as time goes by: on the road nothing else tells a buyer what to trust. For the window thread. */
public final class FactAges extends VBox {

    private final Texts texts;
    private final Formats formats;

    /** @param now the present, as often as it is told */
    public FactAges(ObservableValue<Situation> situation, ObservableValue<Instant> now, Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("sku-facts");
        situation.subscribe(known -> show(known, now.getValue()));
        now.subscribe(moment -> show(situation.getValue(), moment));
    }

    private void show(Situation known, Instant now) {
        getChildren().setAll(
                row("facts", known.syncedAt(), now),
                row("forecast", known.syncedAt(), now),
                row("proposal", known.plannedAt(), now));
    }

    private Node row(String kind, @Nullable Instant of, Instant now) {
        return Constraints.row(texts.get("sku.ages." + kind), of == null ? Formats.NONE : texts.get("sku.ages.of", formats.age(of, now), formats.moment(of)));
    }
}
