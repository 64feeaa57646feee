package org.orderbench.desktop.review;

import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.LineState;

/** A row that tells the CSS what it holds. A double click on an order's head folds it. */
final class ReviewRow extends TableRow<Row> {

    private final ReviewModel model;
    private final StickyColumns sticky;

    ReviewRow(ReviewModel model, StickyColumns sticky) {
        this.model = model;
        this.sticky = sticky;
        model.marking().subscribe(this::showMark);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() instanceof Row.Group group) {
                model.toggleFold(group.proposalId());
            }
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new StickyRowSkin(this, sticky);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        Row.Line line = !empty && row instanceof Row.Line shown ? shown : null;
        pseudoClassStateChanged(ReviewStyles.GROUP, !empty && row instanceof Row.Group);
        pseudoClassStateChanged(ReviewStyles.URGENT, line != null && line.line().urgent() && line.line().state() == LineState.OPEN);
        pseudoClassStateChanged(ReviewStyles.DECIDED, line != null && line.line().state() != LineState.OPEN);
        pseudoClassStateChanged(ReviewStyles.APPROVED, line != null && line.line().state() == LineState.APPROVED);
        showMark();
    }

    private void showMark() {
        pseudoClassStateChanged(ReviewStyles.MARKED, !isEmpty() && getItem() instanceof Row.Line line && model.isMarked(line.id()));
    }
}
