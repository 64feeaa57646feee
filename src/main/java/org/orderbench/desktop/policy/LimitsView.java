package org.orderbench.desktop.policy;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.Action;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Limits;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.TryOut;

/** The ceilings, to be tried out on last month's orders before they are kept. */
final class LimitsView extends HBox {

    private static final double LEAST_STOPPED = 200;

    private final PolicyModel model;
    private final Words words;
    private final PolicyDialogs dialogs;
    private final Texts texts;
    private final Formats formats;
    private final LimitsForm form;
    private final CheckBox everySlice;
    private final Label wrong = new Label();
    private final Label outcome = new Label();
    private final TableView<TryOut.Order> orders = new TableView<>();
    private @Nullable Policy policy;

    LimitsView(PolicyModel model, PolicyDialogs dialogs, Texts texts, Formats formats) {
        this.model = model;
        this.words = new Words(texts, formats);
        this.dialogs = dialogs;
        this.texts = texts;
        this.formats = formats;
        form = new LimitsForm(texts, formats.locale());
        everySlice = new CheckBox(texts.get("policy.tryout.every"));
        getStyleClass().add("limits");
        wrong.getStyleClass().add("wrong-words");
        wrong.setWrapText(true);
        shown(wrong, false);
        Button tryOut = new Button(texts.get("policy.tryout"), new FontIcon("mdal-history"));
        tryOut.setId("try-out");
        tryOut.disableProperty().bind(model.rehearsing());
        tryOut.setOnAction(event -> rehearse());
        Button save = new Button(texts.get("policy.limits.save"));
        save.getStyleClass().add("accent");
        save.setId("save-limits");
        save.setOnAction(event -> save());
        VBox left = new VBox(form, wrong, everySlice, new HBox(8, tryOut, save));
        left.getStyleClass().add("limits-form");
        ScrollPane scroll = new ScrollPane(left);
        scroll.getStyleClass().addAll("edge-to-edge", "limits-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        outcome.getStyleClass().add("tryout-words");
        outcome.setWrapText(true);
        outcome.setMinHeight(USE_PREF_SIZE);
        VBox right = new VBox(outcome, table());
        right.getStyleClass().add("tryout");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(scroll, right);
        model.tryOut().subscribe(this::show);
    }

    private static void shown(Label label, boolean is) {
        label.setVisible(is);
        label.setManaged(is);
    }

    private TableView<TryOut.Order> table() {
        orders.setAccessibleText(texts.get("policy.tryout.table"));
        VBox.setVgrow(orders, Priority.ALWAYS);
        orders.getColumns().add(TextColumns.of("day", texts.get("policy.tryout.day"), 90, order -> formats.day(order.day())));
        orders.getColumns().add(TextColumns.of("vendor", texts.get("policy.tryout.vendor"), 160, order -> order.head().vendorName()));
        orders.getColumns().add(TextColumns.right("confirmed", texts.get("policy.tryout.confirmed"), 86, order -> share(order, Action.AUTO_CONFIRM)));
        orders.getColumns().add(TextColumns.right("drafted", texts.get("policy.tryout.drafted"), 74, order -> share(order, Action.AUTO_DRAFT)));
        orders.getColumns().add(TextColumns.right("value", texts.get("policy.tryout.value"), 76, this::value));
        orders.getColumns().add(TextColumns.of("people", texts.get("policy.tryout.people"), 130, this::people));
        TableColumn<TryOut.Order, String> stopped = TextColumns.of("stopped", texts.get("policy.tryout.stopped"), LEAST_STOPPED, this::stopped);
        orders.getColumns().add(stopped);
        TextColumns.fill(orders, stopped, LEAST_STOPPED);
        orders.setPlaceholder(new Blank("mdal-history", texts.get("policy.tryout.none.title"), texts.get("policy.tryout.none.text")));
        return orders;
    }

    private String share(TryOut.Order order, Action action) {
        return order.count(action) == 0 ? Formats.NONE : texts.get("policy.tryout.of", order.count(action), order.lines().size());
    }

    private String value(TryOut.Order order) {
        String currency = policy == null ? "" : policy.limits().currency();
        var value = order.value(Action.AUTO_CONFIRM, currency);
        return value == null || value.signum() == 0 ? Formats.NONE : formats.roundMoney(value, currency);
    }

    private String people(TryOut.Order order) {
        List<TryOut.Line> unasked = order.lines().stream().filter(line -> line.verdict().action().unasked()).toList();
        if (unasked.isEmpty()) {
            return Formats.NONE;
        }
        long refused = unasked.stream().filter(line -> line.past().outcome() != Ruling.Outcome.APPROVED).count();
        long changed = unasked.stream().filter(line -> line.past().outcome() == Ruling.Outcome.APPROVED && !line.past().unedited()).count();
        if (refused + changed == 0) {
            return texts.get("policy.tryout.same");
        }
        return (changed > 0 ? texts.get("policy.tryout.changed", changed) : "") + (changed > 0 && refused > 0 ? ", " : "")
                + (refused > 0 ? texts.get("policy.tryout.refused", refused) : "");
    }

    /** The first check that kept a line from being confirmed. */
    private String stopped(TryOut.Order order) {
        return order.lines().stream().filter(line -> line.verdict().action() != Action.AUTO_CONFIRM)
                .flatMap(line -> line.verdict().trace().notPassed().stream()).map(words::check).findFirst().orElse("");
    }

    void show(PolicyOverview overview) {
        if (policy == null || policy.version() != overview.policy().version()) {
            policy = overview.policy();
            form.show(policy.limits());
            everySlice.setSelected(policy.slices().stream().noneMatch(slice -> slice.level() == AuthorityLevel.AUTO_CONFIRM));
        }
    }

    private void rehearse() {
        Policy base = policy;
        Limits limits = read();
        if (base != null && limits != null) {
            Policy with = base.with(limits, base.by(), base.at(), "");
            model.rehearse(everySlice.isSelected()
                    ? with.with(with.slices().stream().map(slice -> slice.at(AuthorityLevel.AUTO_CONFIRM)).toList(), base.by(), base.at(), "")
                    : with);
        }
    }

    private void save() {
        Policy base = policy;
        Limits limits = read();
        if (base != null && limits != null) {
            List<String> changes = dialogs.changes(base, base.with(limits, base.by(), base.at(), ""));
            if (changes.isEmpty()) {
                say(texts.get("policy.limits.same"));
                return;
            }
            dialogs.ask(texts.get("policy.limits.title"), changes, "", (newest, by, at, why) -> newest.with(limits, by, at, why));
        }
    }

    private @Nullable Limits read() {
        shown(wrong, false);
        try {
            return policy == null ? null : form.read(policy.limits());
        } catch (IllegalArgumentException e) {
            say(texts.said(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void say(String problem) {
        wrong.setText(problem);
        shown(wrong, true);
    }

    private void show(@Nullable TryOut found) {
        if (found == null) {
            outcome.setText(texts.get("policy.tryout.hint"));
            orders.getItems().clear();
            return;
        }
        String said = texts.get("policy.tryout.outcome", found.confirmed().size(), found.orders().size(), words.rehearsed(found));
        outcome.setText(found.todaysFigures() == 0 ? said : said + " " + texts.get("policy.tryout.today", found.todaysFigures()));
        // Those that would have confirmed themselves are what was asked for.
        orders.getItems().setAll(found.orders().stream().sorted(Comparator.comparing(order -> order.count(Action.AUTO_CONFIRM) == 0)).toList());
    }
}
