package org.orderbench.demo.seed;

import java.util.List;
import java.util.Random;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.orm.Database;

/** Plants the company: the same seed, day, products and days give the same data in every version. */
public final class Seed {

    private final Database database;
    private final DemoOptions options;

    public Seed(Database database, DemoOptions options) {
        this.database = database;
        this.options = options;
    }

    public void plant() {
        database.plant(env -> {
            Random random = new Random(options.seed());
            Basics basics = new Basics(env, options.today());
            basics.plant(random);
            List<Sku> skus = new Catalog(env, basics, options, random).plant();
            List<Cell> cells = new History(env, basics, options, random).play(skus);
            new Desk(env, basics, random).plant(cells);
        });
    }
}
