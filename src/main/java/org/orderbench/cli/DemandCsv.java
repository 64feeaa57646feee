package org.orderbench.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.demand.PeriodGrid;

/**
 * A file of demand, {@code series_id,period,quantity}, plain or gzipped, read row by row. Periods that a series leaves out count as periods
 * without demand. A row that breaks a rule is named by its line and left out.
 *
 * @param series   the quantities of each series in order of time, by id, in the order of the file
 * @param late     ids of series that end before the last period of the file
 * @param year     periods in a year; 1 where dates don't tell
 * @param badRows  how many rows were left out
 * @param messages what was wrong with the first of them
 */
record DemandCsv(Map<String, double[]> series, Set<String> late, int year, long badRows, List<String> messages) {

    private static final List<String> HEADER = List.of("series_id", "period", "quantity");
    /** Spreadsheets put it before the first field. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final int SAMPLE = 20_000;
    private static final int MOST_MESSAGES = 20;
    /** Above this, sums of squares could lose what a unit is. */
    private static final double LARGEST = 1e12;

    private static final int MOST_PERIODS = 20_000;

    static DemandCsv read(Path file) throws IOException {
        PeriodGrid grid = PeriodGrid.of(sample(file));
        Reading reading = new Reading(grid);
        try (CsvReader<CsvRecord> csv = open(file)) {
            boolean first = true;
            for (CsvRecord row : csv) {
                if (first) {
                    header(file, row);
                    first = false;
                } else {
                    reading.take(row);
                }
            }
            if (first) {
                throw new CommandFailedException(file + " is empty. Its first line must be series_id,period,quantity.");
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new CommandFailedException(file + " cannot be read as CSV: " + e.getMessage(), e);
        }
        long last = reading.open.values().stream().mapToLong(growing -> growing.last).max().orElse(0);
        Map<String, double[]> series = new LinkedHashMap<>();
        Set<String> late = new HashSet<>();
        reading.open.forEach((id, growing) -> {
            growing.trim();
            series.put(id, growing.values);
            if (growing.last < last) {
                late.add(id);
            }
        });
        return new DemandCsv(series, late, grid.year(), reading.bad, List.copyOf(reading.messages));
    }

    private static void header(Path file, CsvRecord row) {
        List<String> found = row.getFields().stream().map(field -> field.replace(BYTE_ORDER_MARK, "").strip()).toList();
        if (!found.equals(HEADER)) {
            throw new CommandFailedException("The first line of " + file + " must be series_id,period,quantity.");
        }
    }

    /** The periods of the first rows, series by series: what the file's rhythm is told from. */
    private static List<List<String>> sample(Path file) throws IOException {
        Map<String, List<String>> periods = new LinkedHashMap<>();
        int rows = 0;
        try (CsvReader<CsvRecord> csv = open(file)) {
            for (CsvRecord row : csv) {
                if (rows++ > SAMPLE) {
                    break;
                }
                if (row.getFieldCount() == HEADER.size()) {
                    periods.computeIfAbsent(row.getField(0), _ -> new ArrayList<>()).add(row.getField(1).strip());
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new CommandFailedException(file + " cannot be read as CSV: " + e.getMessage(), e);
        }
        return List.copyOf(periods.values());
    }

    private static CsvReader<CsvRecord> open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        Reader text = new InputStreamReader(zipped ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8);
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** One series while it is read. */
    private static final class Growing {
        private double[] values = new double[64];
        private int length;
        private long last;

        /** Lets go of what was kept for more periods: files hold one series after the other. */
        void trim() {
            if (values.length > length) {
                values = Arrays.copyOf(values, length);
            }
        }
    }

    private static final class Reading {
        private final PeriodGrid grid;
        private final Map<String, Growing> open = new LinkedHashMap<>();
        private final List<String> messages = new ArrayList<>();
        private String lastId = "";
        private @Nullable Growing lastSeries;
        private long bad;

        Reading(PeriodGrid grid) {
            this.grid = grid;
        }

        void take(CsvRecord row) {
            try {
                if (row.getFieldCount() != HEADER.size()) {
                    throw new IllegalArgumentException("it has " + row.getFieldCount() + " fields, not 3");
                }
                String id = row.getField(0).strip();
                if (id.isEmpty()) {
                    throw new IllegalArgumentException("the series_id is empty");
                }
                double quantity = quantity(row.getField(2).strip());
                long at = grid.at(row.getField(1).strip());
                Growing series = lastSeries != null && id.equals(lastId) ? lastSeries : open.get(id);
                if (lastSeries != null && series != lastSeries) {
                    lastSeries.trim();
                }
                if (series == null) {
                    series = new Growing();
                    open.put(id, series);
                    add(series, 1, quantity);
                } else {
                    int steps = grid.steps(series.last, at);
                    if (steps > MOST_PERIODS) {
                        throw new IllegalArgumentException("the period lies " + steps + " periods after the one above it");
                    }
                    add(series, steps, quantity);
                }
                series.last = at;
                lastId = id;
                lastSeries = series;
            } catch (IllegalArgumentException | PeriodGrid.BadPeriodException e) {
                bad++;
                if (messages.size() < MOST_MESSAGES) {
                    messages.add("line " + row.getStartingLineNumber() + ": " + e.getMessage());
                }
            }
        }

        private static void add(Growing series, int steps, double quantity) {
            int length = series.length + steps;
            if (length > series.values.length) {
                series.values = Arrays.copyOf(series.values, Math.max(length, series.values.length * 3 / 2));
            }
            series.values[length - 1] = quantity;
            series.length = length;
        }

        private static double quantity(String text) {
            double quantity;
            try {
                quantity = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the quantity \"" + text.substring(0, Math.min(40, text.length())).replaceAll("\\p{Cntrl}", " ") + "\" is not a number", e);
            }
            if (!(Math.abs(quantity) <= LARGEST)) {
                throw new IllegalArgumentException("the quantity must be a number of at most 1,000,000,000,000");
            }
            return quantity;
        }
    }
}
