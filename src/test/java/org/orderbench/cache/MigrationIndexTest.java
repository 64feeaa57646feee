package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A cache that is up to date opens without Flyway; every other one goes to it. */
class MigrationIndexTest {

    private final DataSource cache = memory();
    private final MigrationIndex written = new MigrationIndex(bundled());

    private static DataSource memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("orderbench");
        return source;
    }

    /** As the build writes them down. */
    private static Set<String> bundled() {
        Set<String> lines = new TreeSet<>();
        for (MigrationInfo migration : Flyway.configure().dataSource(memory()).locations("classpath:org/orderbench/cache").load().info().all()) {
            lines.add(migration.getVersion() + " " + migration.getChecksum());
        }
        return lines;
    }

    private boolean asksFlyway(MigrationIndex index) throws Exception {
        return new CacheMigrations(cache, null, index).run();
    }

    private void history(String change) {
        Jdbi.create(cache).useHandle(handle -> handle.execute(change));
    }

    @Test
    void aNewCacheIsMadeByFlywayAndThenNotAskedAboutAgain() throws Exception {
        assertThat(asksFlyway(written)).isTrue();
        assertThat(asksFlyway(written)).isFalse();
    }

    @Test
    void withoutWhatTheBuildWroteDownFlywayIsAskedEachTime() throws Exception {
        asksFlyway(written);
        assertThat(asksFlyway(new MigrationIndex(Set.of()))).isTrue();
    }

    @Test
    void oneMigrationMoreInTheProgramGoesToFlyway() throws Exception {
        asksFlyway(written);
        Set<String> more = new TreeSet<>(written.lines());
        more.add("999 1");
        assertThat(new MigrationIndex(more).isAllOf(cache)).isFalse();
    }

    @Test
    void aCacheOfANewerProgramIsStillRefused() throws Exception {
        asksFlyway(written);
        history("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                + " \"execution_time\", \"success\") values (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'x', 1, true)");
        assertThatThrownBy(() -> asksFlyway(written))
                .isInstanceOfSatisfying(CacheException.class, e -> assertThat(e.reason()).isEqualTo(CacheException.Reason.TOO_NEW));
    }

    @Test
    void aMigrationThatFailedOrWasAnotherOneGoesToFlyway() throws Exception {
        asksFlyway(written);
        for (String change : List.of("\"success\" = false", "\"success\" = true, \"checksum\" = \"checksum\" + 1")) {
            history("update \"flyway_schema_history\" set " + change + " where \"version\" = '002'");
            assertThat(written.isAllOf(cache)).as(change).isFalse();
        }
    }
}
