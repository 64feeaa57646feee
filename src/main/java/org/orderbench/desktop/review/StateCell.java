package org.orderbench.desktop.review;

import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.ProposalLine;

/** A line's state as a sign with words, or the button that folds an order. */
final class StateCell extends TableCell<Row, Row> {

    private final Texts texts;
    private final FontIcon sign = new FontIcon();
    private final Tooltip tooltip = new Tooltip();
    private final Button fold = new Button(null, new FontIcon());

    StateCell(ReviewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("col-state");
        fold.getStyleClass().addAll("fold", "flat");
        fold.setFocusTraversable(false);
        fold.setOnAction(event -> {
            if (getItem() instanceof Row.Group group) {
                model.toggleFold(group.proposalId());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case Row.Group group -> {
                fold.setGraphic(new FontIcon(group.folded() ? "mdal-chevron_right" : "mdal-expand_more"));
                fold.setAccessibleText(texts.get(group.folded() ? "review.unfold" : "review.fold", group.vendorName()));
                setGraphic(fold);
            }
            case Row.Line line -> show(line.line());
        }
    }

    private void show(ProposalLine line) {
        switch (line.state()) {
            case OPEN -> {
                if (line.urgent()) {
                    sign("mdmz-priority_high", "urgent", "review.state.urgent");
                }
            }
            case APPROVED -> sign("mdal-check", "approved", "review.state.approved");
            case REJECTED -> sign("mdal-block", "rejected", "review.state.rejected");
            case SNOOZED -> sign("mdmz-snooze", "snoozed", "review.state.snoozed");
            case SUPERSEDED -> sign("mdal-history", "superseded", "review.state.superseded");
        }
    }

    private void sign(String icon, String style, String key) {
        sign.setIconLiteral(icon);
        sign.getStyleClass().setAll("ikonli-font-icon", "sign", "sign-" + style);
        String words = texts.get(key);
        tooltip.setText(words);
        setTooltip(tooltip);
        setAccessibleText(words);
        setGraphic(sign);
    }
}
