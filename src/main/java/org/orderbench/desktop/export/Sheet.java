package org.orderbench.desktop.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file for spreadsheets. Numbers stay numbers and dates dates. A text stays text: none can become a formula on the machine that opens it.
 *
 * @param name  of the sheet
 * @param heads of the columns
 * @param rows  of texts, numbers, dates and nulls, as many as heads
 */
public record Sheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {

    private static final int WIDEST = 60;

    /** A cell that begins with one of these is a formula to a spreadsheet that reads CSV. */
    private static final String FORMULA = "=+-@\t\r";

    /** Office Open XML, for every spreadsheet program. */
    public void xlsx(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook book = new Workbook(out, "Orderbench", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.width(column, Math.clamp(widest(column) + 2L, 8, WIDEST));
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < heads.size(); column++) {
                    put(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            if (!rows.isEmpty()) {
                sheet.setAutoFilter(0, 0, rows.size(), heads.size() - 1);
            }
        }
    }

    private int widest(int column) {
        int widest = heads.get(column).length();
        for (List<@Nullable Object> row : rows.subList(0, Math.min(200, rows.size()))) {
            widest = Math.max(widest, row.get(column) instanceof String text ? text.length() : 9);
        }
        return widest;
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // stays empty
            }
            case Number number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }

    /** Comma-separated, or semicolon-separated where the comma is the decimal mark, as spreadsheets expect it in that locale; UTF-8 with its mark. */
    public void csv(Path file, Locale locale) throws IOException {
        char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(decimal == ',' ? ';' : ',').build(out)) {
                csv.writeRecord(heads.stream().map(Sheet::harmless).toList());
                for (List<@Nullable Object> row : rows) {
                    csv.writeRecord(row.stream().map(value -> text(value, decimal)).toList());
                }
            }
        }
    }

    private static String text(@Nullable Object value, char decimal) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString().replace('.', decimal);
            case Number number -> number.toString().replace('.', decimal);
            case LocalDate date -> date.toString();
            default -> harmless(value.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
