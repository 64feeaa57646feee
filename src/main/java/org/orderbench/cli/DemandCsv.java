package org.orderbench.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.orderbench.demand.PeriodGrid;

/**
 * Reads demand, {@code series_id,period,quantity}, row by row into a spool; rows of a series are in order of time, series may be mixed. Periods that a
 * series leaves out count as periods without demand. A row that breaks a rule is named by its line and left out. Used once, by one thread.
 */
final class DemandCsv {

    private static final List<String> HEADER = List.of("series_id", "period", "quantity");

    /** Rows that the file's rhythm is told from, if they hold so many steps from one period to the next; else it reads on, up to the most. */
    private static final int SAMPLE = 20_000;

    private static final int FEWEST_STEPS = 1_000;
    private static final int MOST_SAMPLED = 500_000;
    private static final int MOST_KNOWN_PERIODS = 100_000;
    private static final long TOLD_EVERY = 2_000_000;
    /** Above this, sums of squares could lose what a unit is. */
    private static final double LARGEST = 1e12;

    private static final int MOST_PERIODS = 20_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");

    private final String name;
    private final DemandSpool spool;
    private final BadRows bad;
    private final Consumer<String> progress;
    private final Map<String, Long> places = new HashMap<>();
    private boolean decimalComma;
    private char decimalMark;
    private PeriodGrid grid = PeriodGrid.of(List.of());
    private long rows;

    /** @param name of the file, for messages */
    DemandCsv(String name, DemandSpool spool, BadRows bad, Consumer<String> progress) {
        this.name = name;
        this.spool = spool;
        this.bad = bad;
        this.progress = progress;
    }

    /** @return the rhythm of the file's periods */
    PeriodGrid read(InputStream in) throws IOException {
        CsvText text = CsvText.open(in, name);
        decimalComma = text.decimalComma();
        try {
            Iterator<CsvRecord> csv = text.csv().iterator();
            if (!csv.hasNext()) {
                throw new CommandFailedException(name + " is empty. Its first line must be series_id,period,quantity.");
            }
            header(csv.next());
            List<CsvRecord> first = head(csv);
            for (CsvRecord row : first) {
                take(row);
            }
            while (csv.hasNext()) {
                take(csv.next());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw CsvText.failure(name, e);
        }
        return grid;
    }

    private void header(CsvRecord row) {
        List<String> found = row.getFields().stream().map(field -> field.strip().toLowerCase(Locale.ROOT)).toList();
        if (!found.equals(HEADER)) {
            throw new CommandFailedException("The first line of " + name + " must be series_id,period,quantity.");
        }
    }

    /** The first rows, and from them the rhythm. A file sorted by period shows none before its second period begins. */
    private List<CsvRecord> head(Iterator<CsvRecord> csv) {
        Map<String, List<String>> periods = new LinkedHashMap<>();
        List<CsvRecord> head = new ArrayList<>();
        int steps = 0;
        while (csv.hasNext() && head.size() < MOST_SAMPLED && (head.size() < SAMPLE || steps < FEWEST_STEPS)) {
            CsvRecord row = csv.next();
            head.add(row);
            if (row.getFieldCount() == HEADER.size()) {
                List<String> own = periods.computeIfAbsent(row.getField(0).strip(), _ -> new ArrayList<>());
                steps += own.isEmpty() ? 0 : 1;
                own.add(row.getField(1).strip());
            }
        }
        if (steps == 0 && csv.hasNext()) {
            throw new CommandFailedException("How far apart the periods of " + name + " are cannot be told from its first " + head.size() + " rows. Sort it by series_id and period.");
        }
        grid = PeriodGrid.of(List.copyOf(periods.values()));
        return head;
    }

    private void take(CsvRecord row) throws IOException {
        if (++rows % TOLD_EVERY == 0) {
            progress.accept(String.format(Locale.ROOT, "Read %,d rows, %,d series.", rows, spool.size()));
        }
        try {
            if (row.getFieldCount() != HEADER.size()) {
                throw new BadRowException("fields", "it has " + row.getFieldCount() + " fields, not 3");
            }
            String id = row.getField(0).strip();
            if (id.isEmpty()) {
                throw new BadRowException("series-id", "the series_id is empty");
            }
            double quantity = quantity(row.getField(2).strip());
            long at = place(row.getField(1).strip());
            Long last = spool.lastOf(id);
            int steps = last == null ? 1 : grid.steps(last, at);
            if ((long) spool.periodsOf(id) + steps > MOST_PERIODS) {
                throw new BadRowException("too-long", "with it the series would be longer than " + MOST_PERIODS + " periods");
            }
            spool.add(id, steps, at, quantity);
        } catch (BadRowException e) {
            bad.add(row.getStartingLineNumber(), e);
        } catch (PeriodGrid.BadPeriodException e) {
            bad.add(row.getStartingLineNumber(), new BadRowException(e.rule(), String.valueOf(e.getMessage())));
        }
    }

    /** Few periods are written again and again. */
    private long place(String period) throws PeriodGrid.BadPeriodException {
        Long known = places.get(period);
        if (known != null) {
            return known;
        }
        long place = grid.at(period);
        if (places.size() < MOST_KNOWN_PERIODS) {
            places.put(period, place);
        }
        return place;
    }

    private double quantity(String text) throws BadRowException {
        String plain = text;
        if (decimalComma && (text.indexOf(',') >= 0 || text.indexOf('.') >= 0)) {
            char mark = text.indexOf(',') >= 0 ? ',' : '.';
            decimalMark = decimalMark == 0 ? mark : decimalMark;
            if (mark != decimalMark || text.indexOf(mark == ',' ? '.' : ',') >= 0) {
                throw new BadRowException("quantity", "the quantity \"" + shown(text) + "\" has another decimal mark than \"" + decimalMark + "\", with which the file began, or thousands set apart");
            }
            plain = text.replace(',', '.');
        }
        double quantity = NUMBER.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
        if (Double.isNaN(quantity)) {
            throw new BadRowException("quantity", "the quantity \"" + shown(text) + "\" is not a number");
        }
        if (Math.abs(quantity) > LARGEST) {
            throw new BadRowException("quantity-size", "the quantity must be a number of at most 1,000,000,000,000");
        }
        return quantity;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(40, text.length())).replaceAll("\\p{Cntrl}", " ");
    }
}
