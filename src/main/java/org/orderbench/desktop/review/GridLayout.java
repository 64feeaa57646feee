package org.orderbench.desktop.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/**
 * Which columns are shown, in which order and how wide, and what is sorted by.
 *
 * @param columns in their order; a column that isn't named stands where it stands before anybody chose
 * @param sorted  the first counts most
 * @param loose   no column stays in place while the others scroll sideways
 */
record GridLayout(List<Place> columns, List<Sorted> sorted, boolean loose) {

    /** @param id of a {@link Column} */
    record Place(String id, double width, boolean shown) {}

    record Sorted(String id, boolean descending) {}

    /** A question that a buyer asks every day, under a name. */
    record SavedView(String name, String search, QuickFilter filter, boolean grouped, GridLayout layout) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    GridLayout {
        columns = List.copyOf(columns);
        sorted = List.copyOf(sorted);
    }

    /** What was remembered; empty if it cannot be read, by an older or a newer version: then the usual columns are there. */
    static Optional<GridLayout> read(String text) {
        return parse(text, new TypeReference<GridLayout>() {});
    }

    String text() {
        return write(this);
    }

    static List<SavedView> views(String text) {
        return parse(text, new TypeReference<List<SavedView>>() {}).orElse(List.of());
    }

    static String text(List<SavedView> views) {
        return write(views);
    }

    private static <T> Optional<T> parse(String text, TypeReference<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names, widths and flags can be written", e);
        }
    }
}
