package org.orderbench.demo.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.orderbench.demo.OdooVersion;

/** The real part of the demo: what a UK gift wholesaler sold, and on which day. See {@code ATTRIBUTION.md} beside the data. */
final class Retail {

    private static final LocalDate FIRST = LocalDate.of(2009, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST) + 1;

    /**
     * A product that was sold.
     *
     * @param price  the median selling price in pounds
     * @param demand units sold on each day of the data
     */
    record Item(String code, String name, double price, int[] demand) {}

    private Retail() {}

    static List<Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        Map<String, Integer> days = new HashMap<>();
        read("catalogue.csv", false, row -> items.put(row.getField(0), new Item(row.getField(0), titled(row.getField(1)), Double.parseDouble(row.getField(2)), new int[DAYS])));
        read("demand_daily.csv.gz", true, row -> {
            Item item = items.get(row.getField(0));
            int day = days.computeIfAbsent(row.getField(1), date -> (int) ChronoUnit.DAYS.between(FIRST, LocalDate.parse(date)));
            if (item != null) {
                item.demand()[day] = Integer.parseInt(row.getField(2));
            }
        });
        return List.copyOf(items.values());
    }

    /**
     * Where in the data the wanted window starts: it ends yesterday, and a Monday stays a Monday.
     *
     * @return an index into {@link Item#demand}
     */
    static int offset(LocalDate today, int days) {
        int weekdays = (LAST.getDayOfWeek().getValue() - today.minusDays(1).getDayOfWeek().getValue() + 7) % 7;
        return DAYS - weekdays - days;
    }

    private interface Each {
        void row(CsvRecord row);
    }

    private static void read(String resource, boolean zipped, Each each) {
        try (InputStream stream = OdooVersion.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing");
            }
            try (Reader reader = new InputStreamReader(zipped ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8);
                    CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
                csv.stream().skip(1).forEach(each::row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code RED SPOT CUP} is {@code Red spot cup}; short words such as {@code T-LIGHT} and {@code S/2} keep their capitals. */
    private static String titled(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            boolean code = word.matches(".*\\d.*") || word.length() == 1;
            String shown = code ? word : word.toLowerCase(java.util.Locale.ROOT);
            name.append(name.isEmpty() ? "" : " ").append(shown);
        }
        return name.isEmpty() ? text : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
