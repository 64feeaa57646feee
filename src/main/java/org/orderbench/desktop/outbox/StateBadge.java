package org.orderbench.desktop.outbox;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Texts;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** An order's state in buyers' words, with its own sign. */
final class StateBadge extends TableCell<OutboxEntry, OutboxEntry> {

    private final Texts texts;

    StateBadge(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable OutboxEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : badge(entry.state()));
    }

    private Label badge(OutboxState state) {
        Label label = new Label(texts.get("outbox.state." + key(state)), new FontIcon(icon(state)));
        label.getStyleClass().addAll("badge", "badge-" + tone(state));
        return label;
    }

    static String key(OutboxState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String icon(OutboxState state) {
        return switch (state) {
            case QUEUED -> "mdmz-schedule";
            case SENDING, CONFIRMING -> "mdmz-sync";
            case DRAFTED -> "mdal-drafts";
            case CONFIRMED, NOTED -> "mdal-check_circle";
            case DOUBTFUL -> "mdal-help";
            case CONFLICT -> "mdal-compare_arrows";
            case ADOPTED -> "mdmz-people";
            case WITHDRAWN -> "mdal-cancel";
            case PARKED -> "mdmz-pan_tool";
        };
    }

    private static String tone(OutboxState state) {
        return switch (state) {
            case QUEUED, SENDING, CONFIRMING -> "accent";
            case DRAFTED, CONFIRMED, NOTED -> "success";
            case DOUBTFUL -> "warning";
            case CONFLICT, PARKED -> "danger";
            case ADOPTED, WITHDRAWN -> "neutral";
        };
    }
}
