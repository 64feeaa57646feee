package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.handover.Link;
import org.orderbench.handover.WindowDoor;

/** What the system's link handler calls, while a window is open and while none is. */
class OpenCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final BlockingQueue<Optional<Link>> seen = new LinkedBlockingQueue<>();

    @TempDir
    Path home;

    private int run(String... args) {
        return OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private WindowDoor window() throws IOException {
        return WindowDoor.open(Files.createDirectories(home.resolve("default")), seen::add);
    }

    @Test
    void theOpenWindowShowsTheLinkAndNothingElseIsTouched() throws IOException {
        try (WindowDoor door = window()) {
            assertThat(door).isNotNull();
            assertThat(run("open", "--home", home.toString(), "--", "orderbench:sku/20056")).isEqualTo(ExitCode.DONE);
            assertThat(run("open", "--home", home.toString())).isEqualTo(ExitCode.DONE);
            assertThat(run("--home", home.toString())).as("a plain second start").isEqualTo(ExitCode.DONE);
            assertThat(seen).containsExactly(Optional.of(new Link.ToSku("20056")), Optional.empty(), Optional.empty());
            assertThat(out.toString()).contains("brought to the front");
            assertThat(home.resolve("default")).isDirectoryNotContaining(file -> !file.getFileName().toString().equals("window.door"));
        }
    }

    @Test
    void aFileLeadsWhereItsLinkDoes() throws IOException {
        Path file = home.resolve("look.orderbench");
        Files.writeString(file, "orderbench:order/P00042\n");
        try (WindowDoor door = window()) {
            assertThat(door).isNotNull();
            assertThat(run("open", "--home", home.toString(), file.toString())).isEqualTo(ExitCode.DONE);
            assertThat(run("open", "--home", home.toString(), "--", file.toUri().toString())).isEqualTo(ExitCode.DONE);
            assertThat(seen).containsExactly(Optional.of(new Link.ToOrder("P00042")), Optional.of(new Link.ToOrder("P00042")));
        }
        assertThat(run("open", "--home", home.toString(), home.resolve("gone.orderbench").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("open", "--home", home.toString(), "file://elsewhere/look.orderbench")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("cannot be read").doesNotContain("defect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            | true |
            --profile acme | true |
            --home /h --profile acme open | true |
            open -- | true |
            open -- orderbench:sku/1 | true | orderbench:sku/1
            open orderbench:sku/1 | true | orderbench:sku/1
            open -- --home | true | --home
            open --home | false |
            open --home /h | false |
            --profile ../x | false |
            --home | false |
            --version | false |
            orderbench:sku/1 | false |
            open a b | false |
            status | false |
            """)
    void onlyWhatMenusAndLinksSayIsUnderstoodWithoutTheCommands(@Nullable String line, boolean understood, @Nullable String link) {
        Optional<DirectStart> start = DirectStart.of(line == null ? new String[0] : line.split(" ", -1));
        assertThat(start.isPresent()).isEqualTo(understood);
        assertThat(start.map(DirectStart::link)).isEqualTo(Optional.ofNullable(link));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderbench:approve/1", "orderbench:sku/1?confirm=yes", "file:///etc/passwd", "--home=/elsewhere", "orderbench:"})
    void whatIsNoLinkIsRefusedBeforeAnythingIsOpened(String link) throws IOException {
        try (WindowDoor door = window()) {
            assertThat(door).isNotNull();
            assertThat(run("open", "--home", home.toString(), "--", link)).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("This is not a link that Orderbench knows").doesNotContain("defect");
            assertThat(seen).isEmpty();
        }
    }
}
