package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;

/** A line's state as a sign with words, or the button that folds an order. */
final class StateCell extends TableCell<Row, Row> {

    private final Texts texts;
    private final Formats formats;
    private final FontIcon sign = new FontIcon();
    private String shown = "";
    private final CellTip tip = new CellTip(this);
    private final ReviewModel model;
    private @Nullable Button fold;

    StateCell(ReviewModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("col-state");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    /** Few rows are heads. */
    private Button fold() {
        Button made = fold;
        if (made == null) {
            made = new Button(null, new FontIcon());
            made.getStyleClass().addAll("fold", "flat");
            made.setFocusTraversable(false);
            made.setOnAction(event -> {
                if (getItem() instanceof Row.Group group) {
                    model.toggleFold(group.proposalId());
                }
            });
            fold = made;
        }
        return made;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            nothing();
            return;
        }
        switch (row) {
            case Row.Group group -> {
                nothing();
                Button button = fold();
                button.setGraphic(new FontIcon(group.folded() ? "mdal-chevron_right" : "mdal-expand_more"));
                button.setAccessibleText(texts.get(group.folded() ? "review.unfold" : "review.fold", group.vendorName()));
                setGraphic(button);
            }
            case Row.Line line -> show(line);
        }
    }

    private void nothing() {
        setGraphic(null);
        tell("");
    }

    private void show(Row.Line row) {
        switch (row.line().state()) {
            case OPEN -> open(row);
            case APPROVED -> sign("mdal-check", "approved", texts.get("review.state.approved"));
            case REJECTED -> sign("mdal-block", "rejected", texts.get("review.state.rejected"));
            case SNOOZED -> sign("mdmz-snooze", "snoozed", texts.get("review.state.snoozed"));
            case SUPERSEDED -> sign("mdal-history", "superseded", texts.get("review.state.superseded"));
        }
    }

    /** The most pressing thing is the sign; its words tell of the others too. */
    private void open(Row.Line row) {
        List<String> words = new ArrayList<>();
        List<Runnable> signs = new ArrayList<>();
        Quantity lapsed = row.news().lapsed();
        Quantity before = row.news().before();
        if (row.factsChanged()) {
            note("mdmz-sync_problem", "conflict", lapsed == null
                    ? texts.get("review.state.put-back") : texts.get("review.quantity.lapsed", formats.quantity(lapsed)), words, signs);
        }
        if (row.line().urgent()) {
            note("mdmz-priority_high", "urgent", texts.get("review.state.urgent"), words, signs);
        }
        if (row.news().fresh()) {
            note("mdal-fiber_new", "new", texts.get("review.state.new"), words, signs);
        }
        if (before != null) {
            boolean up = row.line().proposed().compareTo(before) > 0;
            note(up ? "mdmz-trending_up" : "mdmz-trending_down", "changed", texts.get("review.quantity.yesterday", formats.quantity(before)), words, signs);
        }
        if (signs.isEmpty()) {
            nothing();
        } else {
            signs.getFirst().run();
            tell(String.join("\n", words));
        }
    }

    private void note(String icon, String style, String says, List<String> words, List<Runnable> signs) {
        words.add(says);
        signs.add(() -> sign(icon, style, says));
    }

    private void sign(String icon, String style, String words) {
        // The next row's sign is mostly the same: what doesn't change needs no styling.
        if (!style.equals(shown)) {
            shown = style;
            sign.getStyleClass().setAll("ikonli-font-icon", "sign", "sign-" + style);
        }
        sign.setIconLiteral(icon);
        setGraphic(sign);
        tell(words);
    }

    private void tell(String words) {
        tip.say(words);
        setAccessibleText(words.isEmpty() ? null : words);
    }
}
