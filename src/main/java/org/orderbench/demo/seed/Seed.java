package org.orderbench.demo.seed;

import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.orm.Context;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;

/** Plants the company. */
public final class Seed {

    private final Database database;
    private final DemoOptions options;

    public Seed(Database database, DemoOptions options) {
        this.database = database;
        this.options = options;
    }

    public void plant() {
        database.write(Env.SYSTEM, Context.EMPTY, 0, env -> {
            new Basics(env, options.today()).plant(new java.util.Random(options.seed()));
            return true;
        });
    }
}
