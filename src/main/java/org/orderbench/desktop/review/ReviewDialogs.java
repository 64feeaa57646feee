package org.orderbench.desktop.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Choice;
import org.orderbench.desktop.common.Confirm;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Texts;

/** What the review screen asks before it acts: a reason, a day. And its keys, to look up. */
public final class ReviewDialogs {

    private static final List<String> REASONS = List.of("enough", "forecast", "elsewhere", "price", "discontinued", "budget");
    private static final List<Integer> SNOOZE_DAYS = List.of(1, 3, 7, 14, 30);
    private static final List<String> KEYS = List.of(
            "move", "mark", "mark-more", "all", "approve", "edit", "type", "fill", "reject", "snooze", "undo", "redo",
            "search", "filter", "fold", "sort", "copy", "paste", "clear", "help");

    private final ReviewModel model;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final Clock clock;
    private final String currency;

    /** @param currency the company's, in which lines are summed up */
    public ReviewDialogs(ReviewModel model, Frame frame, Texts texts, Formats formats, Clock clock, String currency) {
        this.model = model;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
        this.currency = currency;
    }

    /** One line is approved at once; of several, how many they are and what they are worth is said first. */
    void askApproval() {
        if (model.marked() <= 1) {
            model.decisions().approve();
            return;
        }
        List<Row.Line> open = model.targets().stream().filter(Row.Line::open).toList();
        if (open.isEmpty()) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.nothing-chosen")));
            return;
        }
        Marks marks = model.marks().get();
        List<String> says = new ArrayList<>();
        long orders = open.stream().map(Row.Line::proposalId).distinct().count();
        says.add(texts.get("review.approval.orders", orders, texts.get(model.decisions().confirm().get() ? "review.approval.confirm" : "review.approval.draft")));
        add(says, "review.approval.hidden", model.markedOutOfSight());
        add(says, "review.approval.edited", open.stream().filter(Row.Line::edited).count());
        add(says, "review.approval.over", open.stream().filter(Row.Line::overCeiling).count());
        add(says, "review.approval.conflict", open.stream().filter(Row.Line::factsChanged).count());
        add(says, "review.approval.no-rate", open.stream().filter(row -> row.companyValue() == null).count());
        frame.overlay(new Confirm(
                texts.get("review.approve.lines", marks.lines(), formats.roundMoney(marks.value(), currency)), says, texts.get("review.approve"),
                model.decisions()::approve, frame, texts));
    }

    private void add(List<String> says, String key, long lines) {
        if (lines > 0) {
            says.add(texts.get(key, lines));
        }
    }

    /** @param begun what was typed to begin with, or empty */
    void askChange(String begun) {
        List<Row.Line> lines = model.targets();
        BulkEdit.typed(lines, begun, model.decisions(), frame, texts, formats, currency);
    }

    /** The first marked line's quantity to all other marked ones. */
    void askFill() {
        List<Row.Line> lines = model.shownLines().stream().filter(row -> model.isMarked(row.id())).toList();
        if (lines.size() < 2) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.fill.mark-first")));
            return;
        }
        Row.Line first = lines.getFirst();
        QuantityChanges changes = QuantityChanges.amount(lines.subList(1, lines.size()), first.line().quantity());
        BulkEdit.show(texts.get("review.fill.title", formats.quantity(first.line().quantity()), first.line().name()), changes, List.of(), model.decisions(), frame,
                texts, formats, currency);
    }

    void askPaste(PastedQuantities pasted) {
        if (pasted.typed().isEmpty()) {
            frame.notice(Notice.of(Kind.PROBLEM, texts.get("review.paste.nothing")));
            return;
        }
        List<Row.Line> lines = List.copyOf(pasted.typed().keySet());
        QuantityChanges changes = QuantityChanges.typed(lines, model.decisions().quantities(), row -> pasted.typed().getOrDefault(row, ""));
        BulkEdit.show(texts.get("review.paste.title"), changes, pasted.unknown(), model.decisions(), frame, texts, formats, currency);
    }

    void askRejection() {
        int lines = model.marks().get().lines();
        if (lines == 0) {
            model.decisions().reject("");
            return;
        }
        List<Choice.Option> options = REASONS.stream()
                .map(reason -> texts.get("review.reason." + reason))
                .map(words -> new Choice.Option(words, () -> model.decisions().reject(words)))
                .toList();
        frame.overlay(new Choice(texts.get("review.reject.title", lines), options, frame));
    }

    void askSnooze() {
        int lines = model.marks().get().lines();
        LocalDate today = LocalDate.ofInstant(clock.instant(), formats.zone());
        List<Choice.Option> options = SNOOZE_DAYS.stream()
                .map(today::plusDays)
                .map(until -> new Choice.Option(texts.get("review.snooze.until", formats.fullDay(until)),
                        () -> model.decisions().snooze(until, texts.get("review.snooze.reason"))))
                .toList();
        frame.overlay(new Choice(texts.get("review.snooze.title", lines), options, frame));
    }

    void showKeys() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        int rows = Math.ceilDiv(KEYS.size(), 2);
        for (int i = 0; i < KEYS.size(); i++) {
            Label key = new Label(texts.get("review.key." + KEYS.get(i)));
            key.getStyleClass().add("key");
            grid.add(key, i / rows * 2, i % rows);
            grid.add(new Label(texts.get("review.key." + KEYS.get(i) + ".does")), i / rows * 2 + 1, i % rows);
        }
        Label head = new Label(texts.get("review.keys"));
        head.getStyleClass().add("overlay-title");
        VBox card = new VBox(head, grid);
        card.getStyleClass().add("overlay-card");
        frame.overlay(card);
    }
}
