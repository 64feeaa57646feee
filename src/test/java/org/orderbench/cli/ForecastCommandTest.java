package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.demand.PeriodGrid;

class ForecastCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesARowForEachStepAndOneForTheTotal() throws IOException {
        StringBuilder text = new StringBuilder("series_id,period,quantity\n");
        Random random = new Random(1);
        for (String id : List.of("b", "a")) {
            for (int m = 0; m < 36; m++) {
                text.append(id).append(',').append("20").append(20 + m / 12).append('-').append("%02d".formatted(m % 12 + 1)).append("-01,")
                        .append(10 + random.nextInt(5)).append('\n');
            }
        }
        assertThat(forecast(text.toString(), 3, 12)).isEqualTo(ExitCode.DONE);
        List<String> rows = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(rows).hasSize(9).first().isEqualTo("series_id,step,mean,q50,q75,q90,q95");
        assertThat(rows.subList(1, 9)).extracting(row -> row.substring(0, row.indexOf(',', 2))).containsExactly("b,1", "b,2", "b,3", "b,LT", "a,1", "a,2", "a,3", "a,LT");
        double[] total = figures(rows.get(4));
        assertThat(total[0]).isBetween(30.0, 45.0);
        assertThat(total[1]).isLessThanOrEqualTo(total[2]);
        assertThat(total[3]).isLessThanOrEqualTo(total[4]);
    }

    @Test
    void badRowsAreNamedByLineAndRuleAndLeftOut() throws IOException {
        StringBuilder text = new StringBuilder("series_id,period,quantity\n");
        for (int d = 1; d <= 28; d++) {
            text.append("a,2026-01-%02d,%d%n".formatted(d, d % 3));
        }
        text.append("a,2026-01-28,4\na,2026-01-29,many\na,yesterday,1\na,2026-01-02,1\na,2026-01-30\n,2026-01-30,1\na,2026-01-30,1e300\na,2026-01-31,NaN\n");
        assertThat(forecast(text.toString(), 2, 1)).isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(err.toString())
                .contains("line 30: the period is there twice")
                .contains("line 31: the quantity \"many\" is not a number")
                .contains("line 32: the period \"yesterday\"")
                .contains("line 33: the period lies before")
                .contains("line 34: it has 2 fields, not 3")
                .contains("line 35: the series_id is empty")
                .contains("line 36: the quantity must be a number of at most")
                .contains("line 37: the quantity \"NaN\" is not a number");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(4);
    }

    @Test
    void periodsLeftOutCountAsNoDemand() throws IOException {
        read("series_id,period,quantity\na,2026-01-05,2\na,2026-01-12,3\na,2026-02-02,4\nb,2026-01-05,1\n", (series, _) -> {
            assertThat(series.raw(0)).containsExactly(2, 3, 0, 0, 4);
            assertThat(series.raw(1)).containsExactly(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-01, 2026-02, 2026-05, '2 3 0 0 4'", "2026-01-01, 2026-04-01, 2026-10-01, '2 3 0 4'", "1, 2, 4, '2 3 0 4'"})
    void monthsAndQuartersAndNumbersKeepTheirOwnRhythm(String one, String two, String three, String expected) throws IOException {
        read("series_id,period,quantity\na," + one + ",2\na," + two + ",3\na," + three + ",4\n",
                (series, _) -> assertThat(series.raw(0)).containsExactly(Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray()));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, 2026-01-12, 52", "2026-01-05, 2026-01-06, 364", "2026-01, 2026-04, 4", "1, 2, 1"})
    void theYearIsToldFromTheDates(String one, String two, int year) throws IOException {
        read("series_id,period,quantity\na," + one + ",2\na," + two + ",3\n", (_, grid) -> assertThat(grid.year()).isEqualTo(year));
    }

    @Test
    void seriesThatEndedEarlierAreKnown() throws IOException {
        read("series_id,period,quantity\na,2026-01-05,2\na,2026-01-12,3\nb,2026-01-05,1\nb,2026-01-12,1\nc,2026-01-05,1\n",
                (series, _) -> assertThat(IntStream.range(0, 3).mapToObj(series::aligned)).containsExactly(true, true, false));
    }

    @Test
    void aSlipInOneDateIsABadRowAndDoesNotMakeWeeksDays() throws IOException {
        StringBuilder text = new StringBuilder("series_id,period,quantity\n");
        LocalDate monday = LocalDate.of(2024, 1, 1);
        for (int w = 0; w < 150; w++) {
            text.append("a,").append(monday.plusWeeks(w).plusDays(w == 70 ? 1 : 0)).append(",1\n");
        }
        read(text.toString(), (series, grid) -> {
            assertThat(grid.year()).isEqualTo(52);
            assertThat(series.raw(0)).hasSize(150);
        });
        assertThat(err.toString()).contains("line 72: the period lies off the file's rhythm of 7 days (period-rhythm)");
    }

    @Test
    void aFileSortedByPeriodIsReadAsOneSortedBySeries() throws IOException {
        StringBuilder bySeries = new StringBuilder("series_id,period,quantity\n");
        StringBuilder byPeriod = new StringBuilder("series_id,period,quantity\n");
        Random random = new Random(3);
        int count = 25_000;
        LocalDate monday = LocalDate.of(2024, 1, 1);
        int[][] units = new int[count][3];
        for (int s = 0; s < count; s++) {
            for (int w = 0; w < 3; w++) {
                units[s][w] = random.nextInt(3);
                bySeries.append(s).append(',').append(monday.plusWeeks(w)).append(',').append(units[s][w]).append('\n');
            }
        }
        for (int w = 0; w < 3; w++) {
            for (int s = 0; s < count; s++) {
                byPeriod.append(s).append(',').append(monday.plusWeeks(w)).append(',').append(units[s][w]).append('\n');
            }
        }
        for (StringBuilder text : List.of(bySeries, byPeriod)) {
            read(text.toString(), (series, grid) -> {
                assertThat(grid.year()).isEqualTo(52);
                assertThat(series.size()).isEqualTo(count);
                for (int s = 0; s < count; s += 997) {
                    assertThat(series.raw(s)).containsExactly(units[s][0], units[s][1], units[s][2]);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSpoolGivesBackWhatItTookHoweverLittleItHolds(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, List<Double>> expected = new LinkedHashMap<>();
        try (DemandSpool spool = new DemandSpool(50)) {
            for (int i = 0; i < 3_000; i++) {
                String id = "s" + random.nextInt(40);
                List<Double> own = expected.computeIfAbsent(id, _ -> new ArrayList<>());
                int steps = own.isEmpty() ? 1 : 1 + random.nextInt(3);
                double quantity = random.nextInt(3) == 0 ? 0 : random.nextInt(9) - 2 + random.nextDouble();
                own.addAll(Collections.nCopies(steps - 1, 0.0));
                own.add(quantity);
                spool.add(id, steps, i, quantity);
            }
            List<String> ids = List.copyOf(expected.keySet());
            IntStream.range(0, spool.size()).parallel().forEach(i -> {
                assertThat(spool.id(i)).isEqualTo(ids.get(i));
                assertThat(spool.raw(i)).containsExactly(expected.get(ids.get(i)).stream().mapToDouble(d -> d).toArray());
            });
        }
    }

    @Test
    void semicolonsAndDecimalCommasAreRead() throws IOException {
        read("Series_ID;Period;Quantity\r\na;2026-01-05;2,5\r\na;2026-01-12;1.234,5\r\na;2026-01-12;3.5\r\na;2026-01-12;4\r\n", (series, _) -> assertThat(series.raw(0)).containsExactly(2.5, 4));
        assertThat(err.toString()).contains("line 3: the quantity \"1.234,5\"").contains("line 4: the quantity \"3.5\" has another decimal mark");
    }

    @Test
    void everyBadRowIsListedWhereAsked() throws IOException {
        StringBuilder text = new StringBuilder("series_id,period,quantity\na,1,1\na,2,1\n");
        for (int i = 0; i < 50; i++) {
            text.append("a,3,no\n");
        }
        Path list = folder.resolve("bad.csv");
        assertThat(forecast(text.toString(), 2, 1, "--bad-rows", list.toString(), "--json")).isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(err.toString()).contains("30 more rows were left out; of all: quantity 50");
        assertThat(Files.readAllLines(list)).hasSize(51).contains("line,rule,message", "53,quantity,\"the quantity \"\"no\"\" is not a number\"");
        assertThat(out.toString()).contains("\"quantity\" : 50");
    }

    @Test
    void standardInputIsReadAndAFailedRunLeavesTheOldForecast() throws IOException {
        Path target = folder.resolve("out.csv");
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("series_id,period,quantity\na,1,4\na,2,4\na,3,4\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run("forecast", "--input", "-", "--horizon", "1", "--output", target.toString())).isEqualTo(ExitCode.DONE);
        } finally {
            System.setIn(before);
        }
        List<String> rows = Files.readAllLines(target);
        assertThat(rows).contains("a,LT,4,4,4,4,4");
        assertThat(forecast("series_id,period,quantity\n", 1, 1)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("holds no series");
        assertThat(Files.readAllLines(target)).isEqualTo(rows);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("out.csv.part");
        }
    }

    @Test
    void textThatIsNotUtf8IsSaidPlainly() throws IOException {
        Path file = Files.write(folder.resolve("latin.csv"), "series_id,period,quantity\nB\u00e4cker,1,4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("forecast", "--input", file.toString(), "--horizon", "1", "--output", folder.resolve("o.csv").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("not written in UTF-8");
    }

    @Test
    void anEmptyFileIsSaidPlainly() throws IOException {
        assertThat(forecast("", 1, 1)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("is empty. Its first line must be");
    }

    @Test
    void aByteOrderMarkAndQuotedIdsAreRead() throws IOException {
        assertThat(forecast("\ufeffseries_id,period,quantity\n\"a,b\",1,4\n\"a,b\",2,4\n\"a,b\",3,4\n", 1, 1)).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).contains("\"a,b\",LT,4,4,4,4,4");
    }

    @Test
    void aFileThatIsNoCsvFailsPlainly() throws IOException {
        assertThat(forecast("series_id,period,quantity\na,1,\"" + "x".repeat(40_000_000) + "\n", 1, 1)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("cannot be read as CSV");
    }

    @Test
    void aSeriesWithoutDemandIsForecastAsNone() throws IOException {
        assertThat(forecast("series_id,period,quantity\na,1,0\na,2,0\na,3,0\n", 2, 1)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("1 never had demand");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).contains("a,LT,0,0,0,0,0");
    }

    @Test
    void aMissingFileOrHeaderOrARidiculousHorizonIsSaidPlainly() throws IOException {
        assertThat(run("forecast", "--input", folder.resolve("none.csv").toString(), "--horizon", "3", "--output", folder.resolve("o.csv").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no file");
        assertThat(forecast("id,date,amount\na,1,2\n", 3, 1)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("must be series_id,period,quantity");
        assertThat(forecast("series_id,period,quantity\na,1,2\n", 0, 1)).isEqualTo(ExitCode.USAGE);
    }

    private int forecast(String text, int horizon, int season, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), text);
        List<String> args = new ArrayList<>(List.of("forecast", "--input", file.toString(), "--horizon", "" + horizon, "--season", "" + season, "--output", folder.resolve("out.csv").toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private void read(String text, BiConsumer<DemandSpool, PeriodGrid> check) throws IOException {
        try (DemandSpool spool = new DemandSpool();
                BadRows bad = new BadRows(err.append('\n')::append, null)) {
            PeriodGrid grid = new DemandCsv("in.csv", spool, bad, _ -> {}).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            check.accept(spool, grid);
        }
    }

    private static double[] figures(String row) {
        String[] cells = row.split(",");
        double[] figures = new double[cells.length - 2];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = Double.parseDouble(cells[i + 2]);
        }
        return figures;
    }
}
