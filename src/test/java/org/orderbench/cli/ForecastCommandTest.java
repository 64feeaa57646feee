package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .contains("line 37: the quantity must be a number of at most");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(4);
    }

    @Test
    void periodsLeftOutCountAsNoDemand() throws IOException {
        DemandCsv read = read("series_id,period,quantity\na,2026-01-05,2\na,2026-01-12,3\na,2026-02-02,4\nb,2026-01-05,1\n");
        assertThat(read.series().get("a")).containsExactly(2, 3, 0, 0, 4);
        assertThat(read.series().get("b")).containsExactly(1);
    }

    @Test
    void monthsAndQuartersAndNumbersKeepTheirOwnRhythm() throws IOException {
        assertThat(read("series_id,period,quantity\na,2026-01,2\na,2026-02,3\na,2026-05,4\n").series().get("a")).containsExactly(2, 3, 0, 0, 4);
        assertThat(read("series_id,period,quantity\na,2026-01-01,2\na,2026-04-01,3\na,2026-10-01,4\n").series().get("a")).containsExactly(2, 3, 0, 4);
        assertThat(read("series_id,period,quantity\na,1,2\na,2,3\na,4,4\n").series().get("a")).containsExactly(2, 3, 0, 4);
    }

    @Test
    void theYearIsToldFromTheDatesAndSeriesThatEndedEarlierAreKnown() throws IOException {
        DemandCsv weeks = read("series_id,period,quantity\na,2026-01-05,2\na,2026-01-12,3\nb,2026-01-05,1\nb,2026-01-12,1\nc,2026-01-05,1\n");
        assertThat(weeks.year()).isEqualTo(52);
        assertThat(weeks.late()).containsExactly("c");
        assertThat(read("series_id,period,quantity\na,2026-01-05,2\na,2026-01-06,3\n").year()).isEqualTo(364);
        assertThat(read("series_id,period,quantity\na,2026-01,2\na,2026-04,3\n").year()).isEqualTo(4);
        assertThat(read("series_id,period,quantity\na,1,2\na,2,3\n").year()).isEqualTo(1);
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

    private int forecast(String text, int horizon, int season) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), text);
        return run("forecast", "--input", file.toString(), "--horizon", "" + horizon, "--season", "" + season, "--output", folder.resolve("out.csv").toString());
    }

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private DemandCsv read(String text) throws IOException {
        return DemandCsv.read(Files.writeString(folder.resolve("in.csv"), text));
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
