package org.orderbench.demo.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.orm.Env;

/**
 * Plays the company's past day by day: goods are sold as they really were (as far as they were there), ordered by a simple rule, received
 * early or late, returned, transferred and counted. So stock is receipts less issues plus adjustments, and some shelves ran empty.
 */
final class History {

    private final DemoOptions options;
    private final Random random;
    private final Ledger ledger;
    private final Purchasing purchasing;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, List<Runnable>> agenda = new HashMap<>();
    private final LocalDate first;

    History(Env env, Basics basics, DemoOptions options, Random random) {
        this.options = options;
        this.random = random;
        this.first = options.today().minusDays(options.days());
        this.ledger = new Ledger(env, basics, first);
        this.purchasing = new Purchasing(env, basics, options, ledger, random);
    }

    List<Cell> play(List<Sku> skus) {
        skus.forEach(this::cells);
        for (Cell cell : cells) {
            open(cell);
        }
        Map<Vendor, List<Cell>> byVendor = new HashMap<>();
        for (Cell cell : cells) {
            if (cell.sku.vendor() != null) {
                byVendor.computeIfAbsent(cell.sku.vendor(), key -> new ArrayList<>()).add(cell);
            }
        }
        for (int day = 0; day < options.days(); day++) {
            purchasing.receive(day);
            agenda.getOrDefault(day, List.of()).forEach(Runnable::run);
            agenda.remove(day);
            for (Cell cell : cells) {
                sell(cell, day);
            }
            for (int v = 0; v < Vendor.ALL.size(); v++) {
                Vendor vendor = Vendor.ALL.get(v);
                if ((day + v * 3) % vendor.review() == 0) {
                    purchasing.order(vendor, byVendor.getOrDefault(vendor, List.of()), day);
                }
            }
        }
        cells.forEach(this::settle);
        purchasing.leaveOpen();
        return cells;
    }

    private void cells(Sku sku) {
        int days = options.days();
        int[] main = new int[days];
        int[] north = new int[days];
        for (int day = 0; day < days; day++) {
            int there = sku.atNorth() && random.nextInt(4) == 0 ? (int) Math.ceil(sku.demand()[day] * (0.3 + random.nextDouble() * 0.7)) : 0;
            north[day] = there;
            main[day] = sku.demand()[day] - there;
        }
        cells.add(new Cell(sku, "WH", main, fate(main), random.nextDouble()));
        if (sku.atNorth()) {
            cells.add(new Cell(sku, "NTH", north, fate(north), random.nextDouble()));
        }
    }

    /** Roughly one in eight is to be ordered now, a few are urgent, a few have too much; what hardly sells is fine. */
    private Cell.Fate fate(int[] demand) {
        int dice = random.nextInt(1000);
        long recent = 0;
        for (int day = Math.max(0, demand.length - 84); day < demand.length; day++) {
            recent += demand[day];
        }
        if (recent < 10) {
            return Cell.Fate.FINE;
        }
        return dice < 105 ? Cell.Fate.NOW : dice < 130 ? Cell.Fate.URGENT : dice < 165 ? Cell.Fate.EXCESS : Cell.Fate.FINE;
    }

    private void open(Cell cell) {
        double mean = 0;
        int horizon = Math.min(90, cell.demand.length);
        for (int day = 0; day < horizon; day++) {
            mean += cell.demand[day] / (double) horizon;
        }
        cell.stock = (int) Math.round(mean * (cell.sku.delay() + 30)) + cell.sku.pack();
        ledger.adjust(cell, 0, cell.stock);
    }

    private void sell(Cell cell, int day) {
        cell.pass(day);
        int wanted = cell.demand[day];
        int sold = Math.min(wanted, cell.stock);
        cell.soldOut += sold < wanted ? 1 : 0;
        if (sold <= 0) {
            return;
        }
        cell.stock -= sold;
        int first = sold > 3 && random.nextInt(3) == 0 ? 1 + random.nextInt(sold - 1) : sold;
        int move = ledger.deliver(cell, day, first);
        if (first < sold) {
            ledger.deliver(cell, day, sold - first);
        }
        int back = day + 3 + random.nextInt(9);
        if (random.nextInt(120) == 0 && back < options.days()) {
            int returned = Math.max(1, first / 3);
            agenda.computeIfAbsent(back, key -> new ArrayList<>()).add(() -> {
                cell.stock += returned;
                ledger.takeBack(cell, back, returned, move);
            });
        }
        if (random.nextInt(900) == 0 && cell.stock > 2) {
            cell.stock--;
            ledger.scrap(cell, day, 1);
        }
    }

    /** A count in the last weeks brings the stock to where the cell is meant to stand, as far as open orders allow. */
    private void settle(Cell cell) {
        int wanted = Math.max(0, cell.target() - cell.onOrder);
        int change = wanted - cell.stock;
        boolean enough = cell.fate == Cell.Fate.FINE && change < 0;
        if (!enough && change != 0) {
            ledger.adjust(cell, change > 0 ? options.days() - Math.min(options.days(), 5 + random.nextInt(15)) : options.days() - 1, change);
            cell.stock += change;
        }
        ledger.shelve(cell, random);
    }
}
