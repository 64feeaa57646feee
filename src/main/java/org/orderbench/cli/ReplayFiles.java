package org.orderbench.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.replay.ReplayItem;

/**
 * Reads what is to be replayed from CSV files, gzipped or not: demand as {@code sku,date,quantity} (or {@code series_id,period,quantity}; days without
 * sales may be absent), and terms as {@code sku,unit_cost,lead_days,minimum,pack}.
 */
final class ReplayFiles {

    private ReplayFiles() {}

    /** @param leadDays for SKUs that {@code terms} doesn't name: they cost 1, come in single pieces and have no minimum */
    static List<ReplayItem> read(Path input, @Nullable Path terms, int leadDays) {
        Map<String, Map<LocalDate, Double>> demand = new TreeMap<>();
        each(input, row -> {
            String sku = field(row, "sku", "series_id");
            demand.computeIfAbsent(sku, id -> new TreeMap<>()).merge(LocalDate.parse(field(row, "date", "period")), number(row, "quantity").doubleValue(), Double::sum);
        });
        if (demand.isEmpty()) {
            throw new CommandFailedException(input + " holds no demand. It needs a header and rows such as: sku,date,quantity");
        }
        Map<String, Terms> known = new TreeMap<>();
        if (terms != null) {
            each(terms, row -> known.put(
                    field(row, "sku", "series_id"),
                    new Terms(number(row, "unit_cost"), number(row, "lead_days").intValueExact(), number(row, "minimum"), number(row, "pack"))));
        }
        LocalDate first = demand.values().stream().flatMap(days -> days.keySet().stream()).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = demand.values().stream().flatMap(days -> days.keySet().stream()).max(LocalDate::compareTo).orElseThrow();
        Terms plain = new Terms(BigDecimal.ONE, leadDays, BigDecimal.ZERO, BigDecimal.ONE);
        List<ReplayItem> items = new ArrayList<>();
        demand.forEach((sku, days) -> items.add(item(sku, days, known.getOrDefault(sku, plain), first, last)));
        return items;
    }

    private record Terms(BigDecimal unitCost, int leadDays, BigDecimal minimum, BigDecimal pack) {}

    private static ReplayItem item(String sku, Map<LocalDate, Double> days, Terms terms, LocalDate first, LocalDate last) {
        double[] demand = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
        days.forEach((day, quantity) -> demand[(int) ChronoUnit.DAYS.between(first, day)] = Math.max(0, quantity));
        return new ReplayItem(
                sku, "all", first, demand, terms.unitCost(), terms.leadDays(), new int[] {0}, new Quantity(terms.minimum()), new Quantity(terms.pack()));
    }

    private static void each(Path file, Consumer<NamedCsvRecord> use) {
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                try {
                    use.accept(row);
                } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
                    throw new CommandFailedException(file + ", line " + row.getStartingLineNumber() + ": " + e.getMessage() + ". Mend that line and try again.");
                }
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("There is no file " + file + ". Check the path.");
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailedException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String field(NamedCsvRecord row, String name, String otherName) {
        return row.findField(name).or(() -> row.findField(otherName)).orElseThrow(() -> new IllegalArgumentException("there is no column " + name));
    }

    private static BigDecimal number(NamedCsvRecord row, String name) {
        String text = row.findField(name).orElseThrow(() -> new IllegalArgumentException("there is no column " + name));
        try {
            BigDecimal value = new BigDecimal(text.trim());
            if (value.signum() < 0 && !name.equals("quantity")) {
                throw new IllegalArgumentException(name + " cannot be negative: " + text);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number: \"" + text + "\"", e);
        }
    }
}
