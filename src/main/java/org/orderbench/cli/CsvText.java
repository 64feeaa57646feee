package org.orderbench.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as spreadsheets write it: plain or gzipped, UTF-8 with or without a byte order mark, cells apart by commas, semicolons or tabs as its
 * first line tells.
 *
 * @param csv          its rows, the first line included
 * @param decimalComma whether numbers may be written with a comma, as spreadsheets do beside semicolons and tabs
 */
record CsvText(CsvReader<CsvRecord> csv, boolean decimalComma) {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST_LINE = 4096;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** @param name for messages */
    static CsvText open(InputStream stream, String name) throws IOException {
        InputStream in = new BufferedInputStream(stream, BUFFER);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            throw notUtf8(name, null);
        }
        InputStream plain = first == 0x1f && second == 0x8b ? new GZIPInputStream(in, BUFFER) : in;
        BufferedReader text = new BufferedReader(
                new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)), BUFFER);
        StringBuilder line = new StringBuilder();
        try {
            text.mark(FIRST_LINE);
            for (int c = text.read(); c >= 0 && c != '\n' && line.length() < FIRST_LINE - 1; c = text.read()) {
                line.append((char) c);
            }
            text.reset();
            if (!line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
                text.skip(1);
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(name, e);
        }
        char separator = line.indexOf(";") >= 0 ? ';' : line.indexOf("\t") >= 0 ? '\t' : ',';
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        return new CsvText(csv, separator != ',');
    }

    /** What to say where reading on failed. */
    static CommandFailedException failure(String name, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8(name, e);
            }
        }
        return new CommandFailedException(name + " cannot be read as CSV: " + e.getMessage(), e);
    }

    private static CommandFailedException notUtf8(String name, @Nullable Exception e) {
        String words = name + " is not written in UTF-8. Save it as \"CSV UTF-8\" and run again.";
        return e == null ? new CommandFailedException(words) : new CommandFailedException(words, e);
    }
}
