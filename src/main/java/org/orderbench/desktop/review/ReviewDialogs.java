package org.orderbench.desktop.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Choice;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;

/** What the review screen asks before it acts: a reason, a day. And its keys, to look up. */
public final class ReviewDialogs {

    private static final List<String> REASONS = List.of("enough", "forecast", "elsewhere", "price", "discontinued", "budget");
    private static final List<Integer> SNOOZE_DAYS = List.of(1, 3, 7, 14, 30);
    private static final List<String> KEYS = List.of(
            "move", "mark", "mark-more", "all", "approve", "edit", "type", "reject", "snooze", "undo", "redo", "search", "fold", "copy", "clear", "help");

    private final ReviewModel model;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final Clock clock;

    public ReviewDialogs(ReviewModel model, Frame frame, Texts texts, Formats formats, Clock clock) {
        this.model = model;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
    }

    void askRejection() {
        int lines = model.marks().get().lines();
        if (lines == 0) {
            model.reject("");
            return;
        }
        List<Choice.Option> options = REASONS.stream()
                .map(reason -> texts.get("review.reason." + reason))
                .map(words -> new Choice.Option(words, () -> model.reject(words)))
                .toList();
        frame.overlay(new Choice(texts.get("review.reject.title", lines), options, frame));
    }

    void askSnooze() {
        int lines = model.marks().get().lines();
        LocalDate today = LocalDate.ofInstant(clock.instant(), formats.zone());
        List<Choice.Option> options = SNOOZE_DAYS.stream()
                .map(today::plusDays)
                .map(until -> new Choice.Option(texts.get("review.snooze.until", formats.fullDay(until)),
                        () -> model.snooze(until, texts.get("review.snooze.reason"))))
                .toList();
        frame.overlay(new Choice(texts.get("review.snooze.title", lines), options, frame));
    }

    void showKeys() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < KEYS.size(); i++) {
            Label key = new Label(texts.get("review.key." + KEYS.get(i)));
            key.getStyleClass().add("key");
            grid.addRow(i, key, new Label(texts.get("review.key." + KEYS.get(i) + ".does")));
        }
        Label head = new Label(texts.get("review.keys"));
        head.getStyleClass().add("overlay-title");
        VBox card = new VBox(head, grid);
        card.getStyleClass().add("overlay-card");
        frame.overlay(card);
    }
}
