package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.replay.ReplayItem;

class ReplayFilesTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void daysWithoutSalesAreFilledAndTermsFound() throws Exception {
        Path demand = file("demand.csv", "sku,date,quantity\nA,2024-01-01,3\nA,2024-01-03,2\nA,2024-01-03,1\nB,2024-01-04,5\n");
        Path terms = file("terms.csv", "sku,unit_cost,lead_days,minimum,pack\nA,2.50,21,24,12\n");
        List<ReplayItem> items = ReplayFiles.read(demand, terms, 14);
        assertThat(items).extracting(ReplayItem::id).containsExactly("A", "B");
        ReplayItem a = items.getFirst();
        assertThat(a.from()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(a.demand()).containsExactly(3, 0, 3, 0);
        assertThat(a.unitCost()).isEqualByComparingTo("2.50");
        assertThat(a.promised()).isEqualTo(21);
        assertThat(a.minimum()).isEqualTo(Quantity.of(24));
        assertThat(items.get(1).promised()).isEqualTo(14);
        assertThat(items.get(1).demand()).containsExactly(0, 0, 0, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "sku,date,quantity;A,yesterday,3 | line 2: Text 'yesterday' could not be parsed",
        "sku,date,quantity;A,2024-01-01,many | line 2: quantity is not a number: \"many\"",
        "sku,day,quantity;A,2024-01-01,3 | there is no column date",
        "sku,date,quantity | holds no demand"
    })
    void badInputNamesItsLine(String text, String said) throws Exception {
        Path demand = file("demand.csv", text.trim().replace(";", "\n") + "\n");
        assertThatThrownBy(() -> ReplayFiles.read(demand, null, 14)).isInstanceOf(CommandFailedException.class).hasMessageContaining(said.trim());
    }

    @Test
    void aMissingFileIsSaidToBeSo() {
        assertThatThrownBy(() -> ReplayFiles.read(folder.resolve("none.csv"), null, 14)).hasMessageContaining("There is no file");
    }
}
