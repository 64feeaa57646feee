package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.replenish.SettingName;

/** Planning settings on the command line, over a cache with one product that sells four a day and two vendors. */
class SettingsCommandTest {

    @TempDir
    Path home;

    private String said = "";

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("settings"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        int code = OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
        said = out.toString();
        return code;
    }

    @BeforeEach
    void fill() {
        try (CacheDatabase database = CacheDatabase.open(home.resolve("default").resolve("cache"))) {
            database.jdbi().useTransaction(SettingsCommandTest::fill);
        }
    }

    private static void fill(Handle handle) {
        handle.execute("insert into connection (address, database_name, login, time_zone) values ('x', 'shop', 'ana', 'UTC')");
        handle.execute("insert into company values (1, 'Shop', 'EUR', 0)");
        handle.execute("insert into warehouse values (1, 'WH', 'Main', 1, 8, 1)");
        handle.execute("insert into location (id, name, usage, warehouse_id) values (5, 'Customers', 'customer', null), (8, 'Stock', 'internal', 1)");
        handle.execute("insert into unit values (1, 'Units', 1, 1, 0.01)");
        handle.execute("insert into vendor values (3, 'Lights Ltd', null, 'EUR', null), (4, 'Bags & Co', null, 'EUR', null)");
        handle.execute("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                + " values (7, 7, '22423', 'Cakestand', null, 'All / Kitchen', 1, 1, true, true, true, 5, 12)");
        handle.execute("insert into supplier_price values (1, 3, 7, null, null, 1, 1, 12, 5, 0, 'EUR', 14, null, null, '')");
        handle.execute("insert into quant values (1, 7, 8, 10, 0)");
        for (int day = 1; day <= 120; day++) {
            OffsetDateTime at = LocalDate.now(ZoneOffset.UTC).minusDays(day).atTime(12, 0).atOffset(ZoneOffset.UTC);
            handle.execute("insert into stock_move values (?, 7, 8, 5, 'done', ?, 4, null, null)", day, at);
        }
    }

    @Test
    void theNearestSettingWinsAndSaysWhereItCameFrom() {
        assertThat(run("set", "service-level", "0.93")).isEqualTo(ExitCode.DONE);
        assertThat(run("set", "service-level", "97 %", "--vendor", "lights ltd")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("service-level of vendor Lights Ltd is now 0.97");
        assertThat(run("show", "22423")).isEqualTo(ExitCode.DONE);
        assertThat(said).containsPattern("service-level +0.97 +set for vendor Lights Ltd").containsPattern("review-days +7 +default");
        assertThat(run("set", "service-level", "0.88", "--category", "All")).isEqualTo(ExitCode.DONE);
        assertThat(run("set", "lead-time-days", "21", "--sku", "22423")).isEqualTo(ExitCode.DONE);
        run("show", "22423");
        assertThat(said).containsPattern("service-level +0.88 +set for category All").containsPattern("lead-time-days +21 +set for 22423 in WH");
        assertThat(run("clear", "service-level", "--category", "All")).isEqualTo(ExitCode.DONE);
        run("show", "22423");
        assertThat(said).containsPattern("service-level +0.97 +set for vendor Lights Ltd");
    }

    @Test
    void theClassTablesAreSettingsToo() {
        run("show", "22423");
        assertThat(said).containsPattern("cycle-days +7 +default of class A");
        assertThat(run("set", "cycle-days-a", "10")).isEqualTo(ExitCode.DONE);
        run("show", "22423");
        assertThat(said).containsPattern("cycle-days +10 +default of class A");
        assertThat(run("set", "class-a-share", "0.96")).as("beyond class B").isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("A must end before B");
        run("list");
        assertThat(said).contains("cycle-days-a").doesNotContain("class-a-share");
    }

    @Test
    void everyNameIsListedWithWhereItCanBeSet() {
        assertThat(run("names")).isEqualTo(ExitCode.DONE);
        for (SettingName name : SettingName.values()) {
            assertThat(said).contains(name.word()).contains(name.meaning());
        }
    }

    @Test
    void whatCannotBeSetIsSaidWithWhatCan() {
        assertThat(run("set", "service-levl", "0.9")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("There is no setting").contains("service-level");
        assertThat(run("set", "service-level", "97")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("between 0 and 1");
        assertThat(run("set", "budget", "100", "--vendor", "Lights Ltd")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("can be set for the company");
        assertThat(run("set", "service-level", "0.9", "--vendor", "Light")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("Did you mean: Lights Ltd?");
        assertThat(run("set", "service-level", "0.9", "--vendor", "Lights Ltd", "--sku", "22423")).isEqualTo(ExitCode.USAGE);
        run("list");
        assertThat(said).contains("Nothing was set");
    }

    @Test
    void closingsAreEnteredListedAndRemoved() {
        assertThat(run("close", "--vendor", "Lights Ltd", "--from", "2027-02-06", "--to", "2027-02-21", "--reason", "Lunar New Year")).isEqualTo(ExitCode.DONE);
        run("list");
        assertThat(said).contains("Lights Ltd").contains("2027-02-06").contains("Lunar New Year");
        assertThat(run("close", "--from", "2027-02-21", "--to", "2027-02-06")).as("backwards").isEqualTo(ExitCode.USAGE);
        assertThat(run("open", "--vendor", "Lights Ltd", "--from", "2027-02-06")).isEqualTo(ExitCode.DONE);
        run("list");
        assertThat(said).doesNotContain("Lunar New Year");
        assertThat(run("set", "order-days", "mon-wed,fri", "--vendor", "4")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("order-days of vendor Bags & Co is now mon,tue,wed,fri");
    }

    @Test
    void theBuyerSaysWhichLargeOrdersWereOneOffs() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        run("large-order", "--sku", "22423");
        assertThat(said).contains("22423 has no large orders.");
        try (CacheDatabase database = CacheDatabase.open(home.resolve("default").resolve("cache"))) {
            database.jdbi().useHandle(handle -> handle.execute(
                    "insert into stock_move values (999, 7, 8, 5, 'done', ?, 400, null, null)", day.atTime(13, 0).atOffset(ZoneOffset.UTC)));
        }
        assertThat(run("large-order", "--sku", "22423")).isEqualTo(ExitCode.DONE);
        assertThat(said).containsPattern(day + " +400 +.*rule: one-off");
        assertThat(run("large-order", "--sku", "22423", "--day", day.toString(), "--says", "recurs")).isEqualTo(ExitCode.DONE);
        assertThat(said).containsPattern(day + " +400 +404.00 +buyer: recurs");
        run("large-order", "--sku", "22423");
        assertThat(said).as("it is kept").contains("buyer: recurs");
        assertThat(run("large-order", "--sku", "22423", "--day", day.toString(), "--says", "rule")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("rule: one-off");
    }

    @Test
    void whatIsNoLargeOrderIsSaid() {
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        assertThat(run("large-order", "--sku", "22423", "--day", day, "--says", "one-off")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("No large order of 22423 left on " + day);
        assertThat(run("large-order", "--sku", "22423", "--day", day)).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("Say both --day and --says");
        assertThat(run("large-order", "--sku", "22423", "--day", "yesterday", "--says", "rule")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("--day must be a date");
    }

    @Test
    void whatIsWorthTellingIsASettingWithItsPlace() {
        run("show", "22423");
        assertThat(said).containsPattern("expedite-tolerance-days +3 +default").containsPattern("exception-value +50 +default");
        assertThat(run("set", "expedite-tolerance-days", "5")).isEqualTo(ExitCode.DONE);
        assertThat(run("set", "expedite-tolerance-days", "2", "--vendor", "Lights Ltd")).isEqualTo(ExitCode.DONE);
        run("show", "22423");
        assertThat(said).containsPattern("expedite-tolerance-days +2 +set for vendor Lights Ltd");
    }

    @Test
    void aSuccessorInheritsAndIsListed() {
        try (CacheDatabase database = CacheDatabase.open(home.resolve("default").resolve("cache"))) {
            database.jdbi().useHandle(handle -> handle.execute(
                    "insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                            + " values (6, 6, '22000', 'Old cakestand', null, 'All / Kitchen', 1, 1, false, true, true, 5, 12)"));
        }
        assertThat(run("successor")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("No product succeeds another.");
        assertThat(run("successor", "--sku", "22423", "--of", "22000")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("22423 inherits the history of 22000.").containsPattern("22423 +22000");
        assertThat(run("successor", "--sku", "22000", "--of", "22423")).as("a circle").isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("cannot succeed itself");
        assertThat(run("successor", "--sku", "22423")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("Say --sku with --of or with --none");
        assertThat(run("successor", "--sku", "22423", "--none")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("22423 stands for itself").contains("No product succeeds another.");
    }
}
