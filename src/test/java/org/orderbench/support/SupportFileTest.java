package org.orderbench.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to whoever helps holds no secret, however it got into a log. */
class SupportFileTest {

    private static final String SECRET = "correct horse";
    private static final String KEY = "0f5a9c3be2d14477a1b0c6d8e9f7123456789abc";
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static String everything(Path zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static String collected(Path folder, String log) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("orderbench-2026-11-25.0.log"), log);
        Redactor redactor = new Redactor(List.of(SECRET, "ana.lima@example.com", "acme-prod", "erp.acme.example"));
        return everything(new SupportFile(logs, redactor).write(folder, Map.of("Problem", "No server answers at https://erp.acme.example"), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sign-in with correct horse failed", "sign-in with CORRECT HORSE failed", "key " + KEY + " refused", "Authorization: bearer " + KEY,
        "authorization=Basic YW5hOmhvcnNlYmF0dGVyeQ==", "{\"password\": \"hunter2\", \"login\": \"ana.lima@example.com\"}", "secret=hunter2", "api_key: hunter2",
        "ORDERBENCH_SECRET=hunter2 orderbench sync", "Cookie: session_id=hunter2", "GET https://ana:hunter2@erp.acme.example/web", "database acme-prod not found",
        "the token is hunter2", "in /home/analima/.local/share", "C:\\Users\\analima\\AppData"
    })
    void nothingSecretStaysInALog(String line, @TempDir Path folder) throws IOException {
        String all = collected(folder, "before\n" + line + "\nafter\n");
        assertThat(all).contains("before", "after")
                .doesNotContainIgnoringCase(SECRET).doesNotContain(KEY).doesNotContain("hunter2").doesNotContain("YW5hOm")
                .doesNotContain("ana.lima").doesNotContain("acme").doesNotContain("analima");
    }

    @Test
    void whatHelpsStays(@TempDir Path folder) throws IOException {
        String line = "2026-11-25 08:59:01,120Z WARN  [main] o.o.odoo.HttpWire No answer after 30000 ms; P00412, http://127.0.0.1:8069, error 3F2A:91C0";
        assertThat(collected(folder, line + "\n")).contains(line);
    }

    @Test
    void onlyLogsAreTakenFromTheFolder(@TempDir Path folder) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("cache.mv.db"), "prices");
        assertThat(collected(folder, "line\n")).doesNotContain("prices").contains("installation.txt");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithTheNextStep(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file where a folder should be");
        assertThatThrownBy(() -> new SupportFile(folder, new Redactor(List.of())).write(file, Map.of(), NOW)).isInstanceOf(IOException.class);
    }
}
