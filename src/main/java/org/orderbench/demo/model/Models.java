package org.orderbench.demo.model;

import org.orderbench.demo.orm.Database;

/** Registers the behaviour of every model. */
public final class Models {

    private Models() {}

    public static void install(Database database) {
        Users.install(database);
        Places.install(database);
        Units.install(database);
        Currencies.install(database);
        Products.install(database);
        Stock.install(database);
        ExternalIds.install(database);
        Mail.install(database);
        OrderLines.install(database);
        Orders.install(database);
    }
}
