package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a CSV holds, the command ends with a known exit code, says why, and never writes NaN, infinity, a negative number or falling quantiles. */
class ForecastFuzzTest {

    private static final List<String> QUANTITIES = List.of("0", "1", "3", "2.5", "-4", "1e12", "-1e12", "1e-300", "4.9e-324", "1e300", "NaN", "Infinity", "", "x", "1,5", "-0", "0x1p3", "9".repeat(60));
    private static final List<String> PERIODS = List.of("2026-01-01", "2026-02-30", "1", "999999999999", "-1", "+999999999-12-31", "0000-01-01", "2026-13", "", "yesterday");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyFileIsForecastOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        Path in = Files.write(folder.resolve("in.csv"), file(random));
        int horizon = 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 12);
        StringWriter err = new StringWriter();
        int code = run(err, in, folder.resolve("out.csv"), horizon, 1 + random.nextInt(13));
        assertThat(code).isIn(ExitCode.DONE, ExitCode.FAILED, ExitCode.NEEDS_A_PERSON);
        assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
        if (code == ExitCode.FAILED) {
            assertThat(err.toString()).isNotBlank();
            return;
        }
        List<String> rows = Files.readAllLines(folder.resolve("out.csv"));
        assertThat((rows.size() - 1) % (horizon + 1)).isZero();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.substring(row.startsWith("\"") ? row.lastIndexOf("\",") + 2 : row.indexOf(',') + 1).split(",");
            double before = 0;
            for (int i = 1; i < cells.length; i++) {
                double value = Double.parseDouble(cells[i]);
                assertThat(value).as(row).isFinite().isNotNegative();
                assertThat(value).as(row).isGreaterThanOrEqualTo(i > 2 ? before : 0);
                before = value;
            }
        }
    }

    @Test
    @Tag("soak")
    void manyFilesAreForecastOrRefused() throws IOException {
        for (long seed = 100; seed < 500; seed++) {
            anyFileIsForecastOrRefused(seed);
        }
    }

    @Test
    void theNumberOfCoresDoesNotShow() throws Exception {
        StringBuilder text = new StringBuilder("series_id,period,quantity\n");
        Random random = new Random(11);
        for (int s = 0; s < 60; s++) {
            int level = 1 + random.nextInt(20);
            for (int d = 0; d < 110; d++) {
                text.append(s).append(',').append(LocalDate.of(2024, 1, 1).plusWeeks(d)).append(',').append(random.nextInt(level)).append('\n');
            }
        }
        Path in = Files.writeString(folder.resolve("in.csv"), text);
        byte[][] written = new byte[2][];
        int[] cores = {1, 7};
        for (int i = 0; i < 2; i++) {
            Path out = folder.resolve("out" + i + ".csv");
            try (ForkJoinPool pool = new ForkJoinPool(cores[i])) {
                assertThat(pool.submit(() -> run(new StringWriter(), in, out, 8, 1)).get()).isEqualTo(ExitCode.DONE);
            }
            written[i] = Files.readAllBytes(out);
        }
        assertThat(written[0]).isEqualTo(written[1]);
    }

    /** Mostly good rows, so that there is something to forecast; then cells, lines and bytes go wrong, the more the higher the seed's mood. */
    private static byte[] file(Random random) {
        char separator = ",;\t".charAt(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "").append(String.join("" + separator, "series_id", "period", "quantity")).append('\n');
        double mood = random.nextDouble() * random.nextDouble();
        int series = random.nextInt(40);
        for (int s = 0; s < series; s++) {
            double size = Math.pow(10, random.nextInt(20) - 8);
            int length = random.nextInt(60);
            for (int t = 1; t <= length; t++) {
                boolean bad = random.nextDouble() < mood;
                String quantity = bad ? QUANTITIES.get(random.nextInt(QUANTITIES.size())) : Double.toString(random.nextInt(3) == 0 ? 0 : size * random.nextInt(9));
                String period = random.nextDouble() < mood / 4 ? PERIODS.get(random.nextInt(PERIODS.size())) : Integer.toString(t);
                text.append(random.nextDouble() < mood / 10 ? "\"a\"\"b" + s + "\"" : "s" + s).append(separator).append(period).append(separator).append(quantity).append(random.nextDouble() < mood / 10 ? separator + "more\n" : "\n");
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int broken = random.nextInt(6) == 0 ? 5 : 0; broken > 0; broken--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static int run(StringWriter err, Path in, Path out, int horizon, int season) {
        return OrderbenchCommand.execute(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true),
                "forecast", "--input", in.toString(), "--output", out.toString(), "--horizon", "" + horizon, "--season", "" + season);
    }
}
