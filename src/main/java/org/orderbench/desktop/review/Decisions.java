package org.orderbench.desktop.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.RefusalWords;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.ReviewDesk.Outcome;

/**
 * What a buyer makes of the lines that an action is about: approve, change, reject, put off, and take all of that back. Each is on disk before it is
 * shown, and one waits for the other. For the window thread.
 */
public final class Decisions {

    private final ReviewModel model;
    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final RefusalWords refusals;
    private final QuantityInput quantities;
    private final Turns turns = new Turns();
    private final BooleanProperty confirm = new SimpleBooleanProperty(this, "confirm", false);
    private final Map<Long, Proposal> session = new LinkedHashMap<>();

    Decisions(ReviewModel model, WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.model = model;
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        this.refusals = new RefusalWords(texts, new Formats(texts.locale(), services.clock().getZone(), texts));
        quantities = new QuantityInput(services.locale());
    }

    /** Approves the marked lines, or the one under the cursor, at their present quantities. */
    public void approve() {
        boolean withConfirmation = confirm.get();
        turns.take(() -> decide(ids -> services.desk().approve(ids, withConfirmation, services.buyer()), "review.done.approved"));
    }

    public void reject(String reason) {
        turns.take(() -> decide(ids -> services.desk().reject(ids, reason, services.buyer()), "review.done.rejected"));
    }

    public void snooze(LocalDate until, String reason) {
        turns.take(() -> decide(ids -> services.desk().snooze(ids, until, reason, services.buyer()), "review.done.snoozed"));
    }

    private void decide(Function<Collection<Long>, Outcome> decision, String doneKey) {
        List<Long> ids = model.targets().stream().map(Row.Line::id).toList();
        if (ids.isEmpty()) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.nothing-chosen")));
            return;
        }
        ask(() -> decision.apply(ids), outcome -> {
            if (!outcome.changed().isEmpty()) {
                frame.notice(new Notice(Kind.DONE, texts.get(doneKey, outcome.changed().size()), texts.get("review.undo"), this::undo));
            }
        });
    }

    /** Reads what was typed into a line's quantity and changes it. A refusal is shown, and the old quantity stays. */
    public void edit(long lineId, String typed) {
        turns.take(() -> change(lineId, typed));
    }

    private void change(long lineId, String typed) {
        Row.Line row = model.find(lineId);
        if (row == null || typed.isBlank()) {
            return;
        }
        switch (quantities.read(typed, row.line())) {
            case QuantityInput.Unreadable unreadable ->
                frame.notice(Notice.of(Kind.PROBLEM, texts.get(unreadable.key(), typed, row.line().unitName())));
            case QuantityInput.Amount amount -> {
                if (!amount.quantity().equals(row.line().quantity())) {
                    ask(() -> services.desk().edit(lineId, amount.quantity(), services.buyer()), outcome -> {
                        if (amount.raised() && !outcome.changed().isEmpty()) {
                            frame.notice(Notice.of(Kind.HINT,
                                    texts.get("review.done.raised", amount.quantity().value(), row.line().orderStep().value(), row.line().orderStepName())));
                        }
                    });
                }
            }
        }
    }

    /**
     * Orders another quantity of a SKU, in its own unit, wherever that was decided.
     *
     * @param name what it is called, to be told if no line of it waits for a decision
     */
    public void order(Sku sku, String name, Quantity quantity) {
        turns.take(() -> {
            Row.Line line = model.openLine(sku);
            if (line == null) {
                frame.notice(Notice.of(Kind.HINT, texts.get("review.order.none", name)));
            } else {
                ask(() -> services.desk().edit(line.id(), quantity, services.buyer()), outcome -> {});
            }
        });
    }

    /** Changes several quantities as one step. */
    void change(Map<Long, Quantity> to) {
        turns.take(() -> ask(() -> services.desk().edit(to, services.buyer()), outcome -> {
            if (!outcome.changed().isEmpty()) {
                frame.notice(new Notice(Kind.DONE, texts.get("review.done.changed", outcome.changed().size()), texts.get("review.undo"), this::undo));
            }
        }));
    }

    QuantityInput quantities() {
        return quantities;
    }

    public void undo() {
        turns.take(() -> ask(() -> services.desk().undo(services.buyer()), outcome -> told(outcome, "review.done.undone", "review.nothing-to-undo")));
    }

    public void redo() {
        turns.take(() -> ask(() -> services.desk().redo(services.buyer()), outcome -> told(outcome, "review.done.redone", "review.nothing-to-redo")));
    }

    private void told(Outcome outcome, String doneKey, String nothingKey) {
        if (outcome.refused().isEmpty()) {
            int lines = outcome.changed().size();
            frame.notice(Notice.of(Kind.HINT, lines == 0 ? texts.get(nothingKey) : texts.get(doneKey, lines)));
        }
    }

    /** Asks the desk, then shows the lines as they are on disk, never as they were hoped to be. */
    private void ask(Callable<Outcome> question, Consumer<Outcome> then) {
        turns.hold();
        tasks.run(() -> {
            Outcome outcome = question.call();
            if (outcome.changed().size() > ReviewModel.FEW) {
                return new Answer(outcome, List.of(), model.read());
            }
            return new Answer(outcome, outcome.changed().stream().map(services.proposals()::line).flatMap(Optional::stream).toList(), null);
        }, answer -> {
            turns.free();
            remember(answer.outcome());
            if (answer.fresh() == null) {
                model.show(answer.lines());
            } else {
                model.show(answer.fresh());
            }
            then.accept(answer.outcome());
            if (!answer.outcome().refused().isEmpty()) {
                frame.notice(Notice.of(Kind.PROBLEM, refusal(answer.outcome())));
            }
            frame.changed();
            turns.next();
        }, failure -> {
            turns.giveUp();
            tasks.fail(failure);
        });
    }

    private void remember(Outcome outcome) {
        for (long id : outcome.changed()) {
            Row.Line row = model.find(id);
            if (row != null) {
                session.putIfAbsent(id, row.proposal());
            }
        }
    }

    private String refusal(Outcome outcome) {
        String first = refusals.say(outcome.refused().getFirst());
        return outcome.refused().size() == 1 ? first : texts.get("review.refused.many", outcome.refused().size(), first);
    }

    /** @param fresh the whole list read anew, where so much changed that single lines would take longer */
    private record Answer(Outcome outcome, List<ProposalLine> lines, @Nullable Worklist fresh) {}

    /** Whether approving also asks Odoo to confirm the orders. */
    public BooleanProperty confirm() {
        return confirm;
    }

    /** The lines that were decided or changed since the window was opened, each with its order; what was taken back since is among them. */
    Map<Long, Proposal> session() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(session));
    }
}
