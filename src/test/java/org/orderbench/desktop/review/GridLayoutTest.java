package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.desktop.review.GridLayout.Place;
import org.orderbench.desktop.review.GridLayout.SavedView;
import org.orderbench.desktop.review.GridLayout.Sorted;

class GridLayoutTest {

    private final GridLayout layout = new GridLayout(List.of(new Place("name", 240.5, true), new Place("need", 58, false)), List.of(new Sorted("value", true)), true);

    @Test
    void whatIsRememberedComesBack() {
        assertThat(GridLayout.read(layout.text())).contains(layout);
        List<SavedView> views = List.of(new SavedView("Daqing \"week\"", "lunch", QuickFilter.OVER_CEILING, false, layout));
        assertThat(GridLayout.views(GridLayout.text(views))).isEqualTo(views);
    }

    /** It was written before columns could stay in place. */
    @Test
    void anOlderLayoutKeepsItsColumnsAndTheProductStays() {
        assertThat(GridLayout.read("{\"columns\":[{\"id\":\"name\",\"width\":90.0,\"shown\":true}],\"sorted\":[]}"))
                .contains(new GridLayout(List.of(new Place("name", 90, true)), List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"columns\":3}", "{\"columns\":null,\"sorted\":null}", "[{\"name\":\"x\",\"filter\":\"GONE\"}]"})
    void whatCannotBeReadIsAsIfNothingHadBeenChosen(String text) {
        assertThat(GridLayout.read(text)).isEmpty();
        assertThat(GridLayout.views(text)).isEmpty();
    }
}
