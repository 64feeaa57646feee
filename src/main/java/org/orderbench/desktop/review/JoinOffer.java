package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Choice;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.RefusalWords;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.DraftOffer;
import org.orderbench.writeback.Outbox;

/** Where a colleague has a draft for the vendor under the cursor: says so in a sentence, and one button has what is approved added to it. For the window thread. */
final class JoinOffer {

    /** More drafts for one vendor than a choice can show. */
    private static final int MOST = 4;

    private final Button button;
    private final ReviewModel model;
    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private Map<Long, List<DraftOffer>> offers = Map.of();

    JoinOffer(Button button, ReviewModel model, WorkbenchServices services, Tasks tasks, Frame frame, Texts texts, Formats formats) {
        this.button = button;
        this.model = model;
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        button.setOnAction(event -> act());
        model.loaded().subscribe(times -> {
            if (times.intValue() > 0) {
                read();
            }
        });
        model.cursor().subscribe(this::show);
    }

    /** What there is to say of the vendor under the cursor; empty without a draft. */
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    private void read() {
        tasks.run(() -> services.outboxActions().offers().get(), found -> {
            offers = found.stream().collect(Collectors.groupingBy(DraftOffer::proposalId));
            show();
        });
    }

    private void show() {
        Row row = model.cursor().get();
        List<DraftOffer> there = here(row);
        button.setVisible(!there.isEmpty());
        button.setManaged(!there.isEmpty());
        if (row == null || there.isEmpty()) {
            sentence.set("");
            return;
        }
        DraftOffer chosen = chosen(there);
        String vendor = vendor(row);
        if (chosen != null) {
            sentence.set(texts.get("review.join.chosen", vendor, chosen.orderName()));
            button.setText(texts.get("review.join.own"));
        } else if (there.size() == 1) {
            sentence.set(texts.get("review.join.one", vendor, there.getFirst().orderName()));
            button.setText(texts.get("review.join.add", there.getFirst().orderName()));
        } else {
            sentence.set(texts.get("review.join.several", vendor, there.size()));
            button.setText(texts.get("outbox.action.join"));
        }
    }

    private void act() {
        Row row = model.cursor().get();
        List<DraftOffer> there = here(row);
        if (row == null || there.isEmpty()) {
            return;
        }
        DraftOffer chosen = chosen(there);
        if (chosen != null) {
            own(chosen, vendor(row));
        } else if (there.size() == 1) {
            join(there.getFirst(), vendor(row));
        } else {
            List<Choice.Option> options = new ArrayList<>();
            for (DraftOffer offer : there.subList(0, Math.min(MOST, there.size()))) {
                options.add(new Choice.Option(
                        texts.get("outbox.join.option", offer.orderName(), offer.lines(), formats.money(offer.total(), currency(row))), () -> join(offer, vendor(row))));
            }
            options.add(new Choice.Option(texts.get("outbox.join.own"), () -> {}));
            frame.overlay(new Choice(texts.get("outbox.join.title", vendor(row)), options, frame));
        }
    }

    private void join(DraftOffer offer, String vendor) {
        Outbox outbox = services.outboxActions().outbox();
        tasks.run(() -> outbox.join(offer.orderId(), services.buyer()), refusal -> told(
                refusal.map(why -> Notice.of(Kind.PROBLEM, new RefusalWords(texts, formats).say(why)))
                        .orElseGet(() -> Notice.of(Kind.DONE, texts.get("review.join.done", vendor, offer.orderName())))));
    }

    private void own(DraftOffer offer, String vendor) {
        tasks.run(
                () -> services.outboxActions().outbox().ownDraft(offer.orderId(), services.buyer()),
                done -> told(done ? Notice.of(Kind.DONE, texts.get("review.join.undone", vendor)) : Notice.of(Kind.HINT, texts.get("outbox.moved"))));
    }

    private void told(Notice notice) {
        frame.notice(notice);
        read();
        frame.changed();
    }

    private List<DraftOffer> here(@Nullable Row row) {
        return row == null ? List.of() : offers.getOrDefault(row.proposalId(), List.of());
    }

    private static @Nullable DraftOffer chosen(List<DraftOffer> offers) {
        return offers.stream().filter(DraftOffer::chosen).findFirst().orElse(null);
    }

    private static String vendor(Row row) {
        return switch (row) {
            case Row.Group group -> group.vendorName();
            case Row.Line line -> line.proposal().vendorName();
        };
    }

    private static String currency(Row row) {
        return switch (row) {
            case Row.Group group -> group.currency();
            case Row.Line line -> line.proposal().currency();
        };
    }
}
