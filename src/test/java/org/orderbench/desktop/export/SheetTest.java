package org.orderbench.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for spreadsheets: figures stay figures, and no text becomes a formula. */
class SheetTest {

    @TempDir Path folder;

    private final Sheet sheet = new Sheet("review", List.of("SKU", "=Head", "Order", "Arrival", "Cover"), List.of(
            Arrays.asList("007", "=HYPERLINK(\"http://x\")", new BigDecimal("1200.5"), LocalDate.of(2026, 12, 3), 4.25),
            Arrays.asList("@SUM(1)", "a;b,\"c\"", new BigDecimal("-3"), null, null)));

    @Test
    void aWorkbookHoldsNumbersDatesAndTextsButNoFormula() throws IOException {
        Path file = folder.resolve("a.xlsx");
        sheet.xlsx(file);
        String cells = entry(file, "xl/worksheets/sheet1.xml");
        String texts = entry(file, "xl/sharedStrings.xml");
        assertThat(cells).doesNotContain("<f>", "<f ").contains("<v>1200.5</v>", "<v>-3</v>", "<v>4.25</v>", "<v>46359").contains("pane");
        assertThat(texts).contains("=HYPERLINK(&quot;http://x&quot;)", ">007<", "@SUM(1)");
    }

    private static String entry(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void csvIsInTheLocalesFormAndHarmless() throws IOException {
        Path file = folder.resolve("a.csv");
        sheet.csv(file, Locale.UK);
        assertThat(Files.readString(file)).isEqualToNormalizingNewlines("""
                \ufeffSKU,'=Head,Order,Arrival,Cover
                007,"'=HYPERLINK(""http://x"")",1200.5,2026-12-03,4.25
                '@SUM(1),"a;b,""c""\",-3,,
                """);
        sheet.csv(file, Locale.GERMANY);
        assertThat(Files.readString(file)).contains("1200,5;2026-12-03;4,25");
    }

    @Test
    void nothingIsEverWrittenOver() throws IOException {
        ExportFolder exports = new ExportFolder(folder.resolve("new/exports"), Clock.fixed(Instant.parse("2026-11-23T23:30:00Z"), ZoneOffset.UTC), ZoneOffset.ofHours(1));
        assertThat(exports.create("Review: ../all", "csv").getFileName()).hasToString("review-all-2026-11-24.csv");
        assertThat(exports.create("Review: ../all", "csv").getFileName()).hasToString("review-all-2026-11-24-2.csv");
    }
}
