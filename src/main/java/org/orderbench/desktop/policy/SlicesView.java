package org.orderbench.desktop.policy;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.GuidedStart;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.Punctuality;
import org.orderbench.policy.SliceReport;

/** The slices in their order of precedence, and beside them the one that is looked at. */
final class SlicesView extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double CARD_WIDTH = 364;

    private final PolicyModel model;
    private final PolicyDialogs dialogs;
    private final Texts texts;
    private final Formats formats;
    private final Words words;
    private final VBox cards = new VBox();
    private final SliceDetail detail;

    SlicesView(PolicyModel model, PolicyDialogs dialogs, Texts texts, Formats formats, Words words) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
        this.formats = formats;
        this.words = words;
        this.detail = new SliceDetail(dialogs, texts, formats, words);
        getStyleClass().add("slices");
        cards.getStyleClass().add("slice-cards");
        getChildren().addAll(scroll(cards, "slice-list"), scroll(detail, "slice-detail-scroll"));
        setHgrow(getChildren().getLast(), Priority.ALWAYS);
        model.slice().subscribe((before, now) -> {
            PolicyOverview overview = model.overview().get();
            if (overview != null) {
                show(overview);
            }
        });
    }

    private static ScrollPane scroll(Node content, String style) {
        ScrollPane pane = new ScrollPane(content);
        pane.getStyleClass().addAll("edge-to-edge", style);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    void show(PolicyOverview overview) {
        cards.getChildren().clear();
        Label hint = new Label(texts.get("policy.precedence"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        cards.getChildren().add(hint);
        overview.slices().forEach(report -> cards.getChildren().add(card(report, overview)));
        Button add = new Button(texts.get("policy.slice.add"), new FontIcon("mdal-add"));
        add.setOnAction(event -> dialogs.editSlice(null));
        add.setId("add-slice");
        add.setMaxWidth(Double.MAX_VALUE);
        cards.getChildren().add(add);
        if (overview.policy().slices().size() == 1) {
            cards.getChildren().add(start(overview.start()));
        }
        model.report().ifPresent(report -> detail.show(report, overview));
    }

    private Node card(SliceReport report, PolicyOverview overview) {
        Label place = new Label(formats.count(report.place()));
        place.getStyleClass().add("step-number");
        Label name = new Label(report.slice().name());
        name.getStyleClass().add("slice-name");
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label open = new Label(texts.get("policy.open", report.openLines()));
        open.getStyleClass().add("slice-open");
        open.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(place, name, gap, open);
        head.getStyleClass().add("slice-head");
        Label rules = new Label(words.rules(report.slice(), overview.choices()));
        rules.getStyleClass().add("hint");
        HBox foot = new HBox(new LevelLadder(report.slice().level(), words, false));
        foot.getStyleClass().add("slice-foot");
        if (report.promotion() instanceof Promotion.Offer offer) {
            Label earned = new Label(texts.get("policy.earned", words.level(offer.to())), new FontIcon("mdmz-verified_user"));
            earned.getStyleClass().addAll("badge", "badge-success");
            foot.getChildren().add(earned);
        }
        VBox box = new VBox(head, rules, foot);
        box.getStyleClass().add("slice-card-body");
        box.setPrefWidth(CARD_WIDTH);
        Button card = new Button(null, box);
        card.getStyleClass().add("slice-card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAccessibleText(texts.get("policy.slice.named", report.slice().name(), words.level(report.slice().level()), report.openLines()));
        card.pseudoClassStateChanged(CHOSEN, report.slice().name().equals(model.slice().get()));
        card.setOnAction(event -> model.slice().set(report.slice().name()));
        return card;
    }

    private Node start(GuidedStart start) {
        Label title = new Label(texts.get("policy.start.title"), new FontIcon("mdal-explore"));
        title.getStyleClass().add("slice-name");
        VBox box = new VBox(title);
        box.getStyleClass().add("guided");
        switch (start) {
            case GuidedStart.NotYet not -> box.getChildren().add(wrapped(texts.get("policy.start.not." + Words.key(not)), "hint"));
            case GuidedStart.Proposed proposed -> {
                box.getChildren().add(wrapped(texts.get("policy.start.text", proposed.skus()), "hint"));
                for (Punctuality vendor : proposed.vendors()) {
                    box.getChildren().add(wrapped(texts.get(
                            "policy.start.vendor", vendor.vendorName(), vendor.onTime(), vendor.receipts(), formats.percent(vendor.bounds().lower())), "guided-vendor"));
                }
                Button make = new Button(texts.get("policy.start.make"));
                make.getStyleClass().add("accent");
                make.setId("make-slice");
                make.setOnAction(event -> dialogs.addSlice(proposed.slice(), texts.get("policy.start.reason")));
                box.getChildren().add(make);
            }
        }
        return box;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
