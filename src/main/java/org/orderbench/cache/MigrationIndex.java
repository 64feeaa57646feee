package org.orderbench.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The versions and checksums of all migrations of this program, as the build wrote them down ({@code packaging/common/build/Prepare.java}). A cache whose
 * history says the same is up to date: Flyway need not be asked, which takes a fifth of a second. Whatever is not exactly so is left to Flyway.
 *
 * @param lines a version, a blank and a checksum each; none where the build wrote nothing down
 */
record MigrationIndex(Set<String> lines) {

    static final String FILE = "migrations.index";

    /** Flyway's table, without its own rows about the schema and the table that it made. */
    private static final String HISTORY = "select \"version\", \"checksum\", \"success\" from \"flyway_schema_history\" where \"type\" not in ('SCHEMA', 'TABLE')";

    MigrationIndex {
        lines = Set.copyOf(lines);
    }

    static MigrationIndex ofThisProgram() {
        try (InputStream written = MigrationIndex.class.getResourceAsStream(FILE)) {
            if (written == null) {
                return new MigrationIndex(Set.of());
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(written, StandardCharsets.UTF_8))) {
                return new MigrationIndex(new TreeSet<>(reader.lines().filter(line -> !line.isBlank()).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + FILE + " cannot be read. Install Orderbench again.", e);
        }
    }

    /** Whether a cache has had exactly these migrations, each in full. */
    boolean isAllOf(DataSource cache) {
        if (lines.isEmpty()) {
            return false;
        }
        List<String> history = new ArrayList<>();
        try (Connection connection = cache.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HISTORY)) {
            while (row.next()) {
                history.add(row.getBoolean(3) ? row.getString(1) + " " + row.getInt(2) : "failed");
            }
        } catch (SQLException noHistory) {
            return false;
        }
        return history.size() == lines.size() && lines.equals(Set.copyOf(history));
    }
}
