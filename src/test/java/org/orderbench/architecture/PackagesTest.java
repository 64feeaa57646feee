package org.orderbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A newcomer reads packages first, so each has a page, and nulls are checked in each. */
class PackagesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void everyPackageSaysWhatItDecidesAndIsNullChecked() throws IOException {
        for (Path folder : foldersWithJava()) {
            Path page = folder.resolve("package-info.java");
            assertThat(page).exists();
            assertThat(Files.readString(page)).as(page.toString()).contains("@NullMarked").contains("/**");
        }
    }

    @Test
    void noClassIsOverFourHundredLines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> tooLong = files.filter(f -> f.toString().endsWith(".java")).filter(PackagesTest::isTooLong).toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static boolean isTooLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > 400;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> foldersWithJava() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(Path::getParent).distinct().toList();
        }
    }
}
