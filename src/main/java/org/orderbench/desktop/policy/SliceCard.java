package org.orderbench.desktop.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Choices;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** Asks what belongs to a slice. Rules that are left empty ask nothing; all others must hold. */
final class SliceCard extends Card {

    private final TextField name = new TextField();
    private final ComboBox<String> category = new ComboBox<>();
    private final PickList<Integer> vendors;
    private final PickList<Integer> warehouses;
    private final PickList<String> tags;
    private final PickList<Sku> skus;
    private final Map<ValueClass, CheckBox> values = new TreeMap<>();
    private final Map<Forecastability, CheckBox> steadiness = new TreeMap<>();
    private final LimitsForm.CeilingFields week;
    private final boolean last;
    private final AuthorityLevel level;
    private Consumer<Slice> done = slice -> {};

    /** @param last the slice that holds everything: its rules stay as they are */
    SliceCard(@Nullable Slice slice, boolean last, PolicyOverview now, Texts texts, Formats formats, Frame frame) {
        super(texts.get(slice == null ? "policy.slice.new" : "policy.slice.edit"), texts, frame);
        this.last = last;
        this.level = slice == null ? AuthorityLevel.DRAFT : slice.level();
        Choices choices = now.choices();
        List<SliceRule> rules = slice == null ? List.of() : slice.rules();
        named("policy.slice.name", name).setText(slice == null ? "" : slice.name());
        name.setId("slice-name");
        vendors = new PickList<>(texts.get("policy.slice.vendors"), choices.vendors(), of(rules, SliceRule.FromVendors.class).flatMap(r -> r.vendorIds().stream()).toList(), texts);
        warehouses = new PickList<>(
                texts.get("policy.slice.warehouses"), choices.warehouses(), of(rules, SliceRule.InWarehouses.class).flatMap(r -> r.warehouseIds().stream()).toList(), texts);
        tags = new PickList<>(
                texts.get("policy.slice.tags"), choices.tags().stream().collect(Collectors.toMap(t -> t, t -> t)),
                of(rules, SliceRule.WithTags.class).flatMap(r -> r.tags().stream()).toList(), texts);
        skus = new PickList<>(texts.get("policy.slice.skus"), choices.skus(), of(rules, SliceRule.HandPicked.class).flatMap(r -> r.skus().stream()).toList(), texts);
        Ceiling ceiling = slice == null ? now.policy().limits().order() : slice.week();
        week = new LimitsForm.CeilingFields(new Fields(formats.locale()), texts.get("policy.slice.week"), ceiling, texts);
        if (!last) {
            getChildren().add(wrapped(texts.get("policy.slice.rules.hint"), "hint"));
            category.getItems().add("");
            category.getItems().addAll(choices.categories());
            category.setMaxWidth(Double.MAX_VALUE);
            named("policy.slice.category", category).setValue(of(rules, SliceRule.InCategory.class).map(SliceRule.InCategory::category).findFirst().orElse(""));
            getChildren().addAll(classes(rules), new HBox(16, vendors, skus), new HBox(16, warehouses, tags));
        }
        Label weekName = new Label(texts.get("policy.slice.week.in", now.policy().limits().currency()));
        getChildren().addAll(weekName, new HBox(8, week.value, week.units, week.packs));
        finish(texts.get("policy.next-step"), this::read);
    }

    void setOnDone(Consumer<Slice> action) {
        done = action;
    }

    private static <R extends SliceRule> Stream<R> of(List<SliceRule> rules, Class<R> type) {
        return rules.stream().filter(type::isInstance).map(type::cast);
    }

    private VBox classes(List<SliceRule> rules) {
        Set<ValueClass> chosenValues = of(rules, SliceRule.OfClass.class).flatMap(r -> r.values().stream()).collect(Collectors.toSet());
        Set<Forecastability> chosenSteadiness = of(rules, SliceRule.OfClass.class).flatMap(r -> r.steadiness().stream()).collect(Collectors.toSet());
        HBox boxes = new HBox(12);
        boxes.getStyleClass().add("classes");
        boxes.getChildren().add(new Label(texts.get("policy.slice.value")));
        for (ValueClass each : ValueClass.values()) {
            values.put(each, box(each.name(), chosenValues.contains(each), boxes));
        }
        boxes.getChildren().add(new Label(texts.get("policy.slice.steadiness")));
        for (Forecastability each : Forecastability.values()) {
            steadiness.put(each, box(each.name(), chosenSteadiness.contains(each), boxes));
        }
        return new VBox(4, new Label(texts.get("policy.slice.classes")), boxes);
    }

    private static CheckBox box(String text, boolean chosen, HBox into) {
        CheckBox box = new CheckBox(text);
        box.setSelected(chosen);
        into.getChildren().add(box);
        return box;
    }

    private static <E> Set<E> ticked(Map<E, CheckBox> boxes) {
        Set<E> ticked = boxes.entrySet().stream().filter(entry -> entry.getValue().isSelected()).map(Map.Entry::getKey).collect(Collectors.toSet());
        return ticked.isEmpty() ? Set.copyOf(boxes.keySet()) : ticked;
    }

    private void read() {
        try {
            done.accept(new Slice(name.getText().strip(), rules(), level, week.read()));
        } catch (IllegalArgumentException e) {
            refuse(texts.said(String.valueOf(e.getMessage())));
        }
    }

    private List<SliceRule> rules() {
        if (last) {
            return List.of(new SliceRule.Everything());
        }
        List<SliceRule> rules = new ArrayList<>();
        String in = category.getValue();
        if (in != null && !in.isBlank()) {
            rules.add(new SliceRule.InCategory(in));
        }
        if (anyTicked(values.values()) || anyTicked(steadiness.values())) {
            rules.add(new SliceRule.OfClass(ticked(values), ticked(steadiness)));
        }
        if (!vendors.picked().isEmpty()) {
            rules.add(new SliceRule.FromVendors(vendors.picked()));
        }
        if (!warehouses.picked().isEmpty()) {
            rules.add(new SliceRule.InWarehouses(warehouses.picked()));
        }
        if (!tags.picked().isEmpty()) {
            rules.add(new SliceRule.WithTags(tags.picked()));
        }
        if (!skus.picked().isEmpty()) {
            rules.add(new SliceRule.HandPicked(skus.picked()));
        }
        return rules;
    }

    private static boolean anyTicked(Collection<CheckBox> boxes) {
        return boxes.stream().anyMatch(CheckBox::isSelected);
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
    }
}
