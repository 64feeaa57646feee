package org.orderbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheDayForecasts;
import org.orderbench.cache.CacheFacts;
import org.orderbench.cache.CacheForecastLog;
import org.orderbench.cache.CacheModel;
import org.orderbench.cache.PackedMoves;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.Planner;
import org.orderbench.proposal.WhatIf;
import org.orderbench.replenish.ReplenishmentSettings;

/**
 * How long a plan takes: the day's first, the same again from a warm cache, and one SKU after a changed input. {@code mvn -Pbench -Dbench=ProposeBenchmark
 * -Dbench.args=25000}: products, each in two warehouses; their demand is made up, about fifty moves for each SKU over two years, packed as a sync
 * leaves them.
 */
public final class ProposeBenchmark {

    private static final int WAREHOUSES = 2;
    private static final int VENDORS = 300;
    private static final int MOVES = 50;
    private static final int DAYS = 730;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int VIEWS = 200;

    private ProposeBenchmark() {}

    public static void main(String[] args) throws Exception {
        int products = args.length == 0 ? 25_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("orderbench-bench");
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            System.out.println("filled " + Stopwatch.time(0, 1, () -> fill(database, products)).words());
            Planner planner = new Planner(
                    new CacheFacts(database.jdbi()), new CacheModel(database.jdbi()), new CacheForecastLog(database.jdbi()), new CacheDayForecasts(database.jdbi()), ReplenishmentSettings::defaults, Clock.systemUTC());
            Plan[] last = new Plan[1];
            System.out.println("first plan of the day " + Stopwatch.time(0, 1, () -> last[0] = planner.plan(TODAY, done -> {})).words());
            int skus = last[0].skus();
            int lines = last[0].proposals().stream().mapToInt(proposal -> proposal.lines().size()).sum();
            System.out.println(skus + " SKUs, " + lines + " lines in " + last[0].proposals().size() + " orders, " + last[0].exceptions().size() + " exceptions");
            System.out.println("warm plan " + Stopwatch.time(1, 3, () -> last[0] = planner.plan(TODAY, done -> {})).words());
            SplittableRandom random = new SplittableRandom(1);
            Stopwatch.Timing view = Stopwatch.time(20, VIEWS, () -> planner.view(
                    new Sku(1, 1 + random.nextInt(WAREHOUSES), 1 + random.nextInt(products)), TODAY, new WhatIf(null, 10 + random.nextInt(30), null, null, null)));
            System.out.printf("one SKU after a changed lead time %s; 99 of 100 within %.3f s%n", view.words(), view.seconds()[VIEWS * 99 / 100]);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int fill(CacheDatabase database, int products) throws SQLException {
        return database.jdbi().inTransaction(handle -> {
            handle.execute("insert into connection (address, database_name, login, time_zone) values ('x', 'bench', 'buyer', 'UTC')");
            handle.execute("insert into company values (1, 'Bench Ltd', 'EUR', 1)");
            handle.execute("insert into warehouse values (1, 'WH', 'Main', 1, 8, 1), (2, 'ND', 'North', 1, 18, 2)");
            handle.execute("insert into location (id, name, usage, warehouse_id) values (4, 'Vendors', 'supplier', null), (5, 'Customers', 'customer', null),"
                    + " (8, 'Stock', 'internal', 1), (18, 'North', 'internal', 2)");
            handle.execute("insert into unit values (1, 'Units', 1, 1, 0.01)");
            for (int vendor = 1; vendor <= VENDORS; vendor++) {
                handle.execute("insert into vendor values (?, ?, null, 'EUR', null)", vendor, "Vendor " + vendor);
            }
            PackedMoves moves = new PackedMoves(handle);
            new Filling(handle.getConnection(), products, moves).run();
            moves.land();
            return products;
        });
    }

    private static final class Filling {
        private static final int BATCH = 5000;
        private final SplittableRandom random = new SplittableRandom(7);
        private final PreparedStatement product;
        private final PreparedStatement price;
        private final PreparedStatement quant;
        private final PreparedStatement move;
        private final PreparedStatement order;
        private final PreparedStatement line;
        private final PackedMoves packed;
        private final int products;
        private int moves;
        private int orders;

        Filling(Connection connection, int products, PackedMoves packed) throws SQLException {
            this.packed = packed;
            this.products = products;
            product = connection.prepareStatement("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable,"
                    + " storable, cost, list_price) values (?, ?, ?, ?, null, ?, 1, 1, true, true, true, ?, ?)");
            price = connection.prepareStatement("insert into supplier_price values (?, ?, ?, null, null, 1, 1, ?, ?, 0, 'EUR', ?, null, null, '')");
            quant = connection.prepareStatement("insert into quant values (?, ?, ?, ?, 0)");
            move = connection.prepareStatement("insert into stock_move values (?, ?, ?, ?, 'done', ?, ?, ?, null)");
            order = connection.prepareStatement("insert into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, approved_at, planned_at,"
                    + " amount_total) values (?, ?, 'purchase', ?, 1, ?, 'EUR', ?, ?, 1)");
            line = connection.prepareStatement("insert into purchase_line values (?, ?, ?, 1, ?, ?, 1, ?, null)");
        }

        void run() throws SQLException {
            for (int id = 1; id <= products; id++) {
                double cost = 0.5 + random.nextDouble() * 20;
                int vendor = 1 + random.nextInt(VENDORS);
                add(product, id, id, "P" + id, "Product " + id, "Category " + id % 40, cost, cost * 2);
                add(price, id, vendor, id, random.nextInt(3) * 12, cost, 3 + random.nextInt(50));
                for (int warehouse = 1; warehouse <= WAREHOUSES; warehouse++) {
                    sku(id, vendor, warehouse, warehouse == 1 ? 8 : 18);
                }
                if (id % BATCH == 0 || id == products) {
                    flush();
                }
            }
        }

        private void sku(int id, int vendor, int warehouse, int shelf) throws SQLException {
            int mine = (int) (MOVES * 2 * random.nextDouble() * random.nextDouble() * 2);
            for (int i = 0; i < mine; i++) {
                packed.add(++moves, id, shelf, 5, day(1 + random.nextInt(DAYS)).toInstant(), 1 + random.nextInt(8));
            }
            for (int i = 0; i < 3; i++) {
                int ordered = 60 + random.nextInt(600);
                int late = random.nextInt(5) - 1;
                add(order, ++orders, "P" + orders, vendor, warehouse, day(ordered), day(ordered - 20));
                add(line, orders, orders, id, 50, 50, day(ordered));
                add(move, ++moves, id, 4, shelf, day(ordered - 20 - late), 50, orders);
            }
            add(quant, id * WAREHOUSES + warehouse, id, shelf, random.nextInt(Math.max(2, mine)));
        }

        private static OffsetDateTime day(int ago) {
            return TODAY.minusDays(ago).atTime(12, 0).atOffset(ZoneOffset.UTC);
        }

        private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        private void flush() throws SQLException {
            for (PreparedStatement each : new PreparedStatement[] {product, price, quant, order, line, move}) {
                each.executeBatch();
            }
        }
    }
}
