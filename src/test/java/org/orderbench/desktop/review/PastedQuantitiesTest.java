package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.desktop.review.Lines.line;
import static org.orderbench.desktop.review.Lines.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines have the codes C1, C2, C3; C3 stands in two warehouses. */
class PastedQuantitiesTest {

    private final Row.Line one = row(line(1, "Teapot", 120, 12));
    private final Row.Line two = row(line(2, "Ribbon", 40, 0));
    private final Row.Line three = row(line(3, "Cup", 24, 12));
    private final Row.Line again = row(line(3, "Cup", 24, 12));
    private final List<Row.Line> shown = List.of(one, two, three, again);

    private PastedQuantities read(String text, int from) {
        return PastedQuantities.read(text, shown, from, "SKU", "Order");
    }

    @Test
    void quantitiesAloneGoDownFromTheCursor() {
        PastedQuantities pasted = read("144\r\n48\r\n", 1);
        assertThat(pasted.typed()).isEqualTo(Map.of(two, "144", three, "48"));
        assertThat(pasted.unknown()).isEmpty();
        assertThat(read("1\n2\n3", 2).unknown()).containsExactly("3");
    }

    @Test
    void rowsUnderHeadsAreMatchedBySkuWhateverTheirOrder() {
        PastedQuantities pasted = read("Product\tOrder\tSKU\n\"Ribbon, \"\"red\"\"\"\t1,200\tc2\nTeapot\t144\tC1\nX\t5\tC9\n", 0);
        assertThat(pasted.typed()).isEqualTo(Map.of(two, "1,200", one, "144"));
        assertThat(pasted.unknown()).containsExactly("X  5  C9");
    }

    @Test
    void withoutHeadsTheFirstCellIsTheSkuAndTheLastTheQuantity() {
        assertThat(read("C1\tTeapot\t+10%\n'C2\t3 packs", 3).typed()).isEqualTo(Map.of(one, "+10%", two, "3 packs"));
    }

    @Test
    void aSkuOfTwoLinesIsNotGuessed() {
        PastedQuantities pasted = read("C3\t12", 0);
        assertThat(pasted.typed()).isEmpty();
        assertThat(pasted.unknown()).containsExactly("C3  12");
    }

    @Test
    void cellsWithLineBreaksStayTogether() {
        assertThat(read("C1\t\"two\nlines\"\t7\n\n", 0).typed()).isEqualTo(Map.of(one, "7"));
    }

    @Test
    void nothingIsNothing() {
        assertThat(read("", 0).typed()).isEmpty();
        assertThat(read(" \n\t\n", 0).typed()).isEmpty();
        assertThat(read("C1\t", 0).typed()).isEqualTo(Map.of(one, ""));
    }
}
