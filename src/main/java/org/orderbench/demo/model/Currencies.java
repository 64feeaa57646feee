package org.orderbench.demo.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** Currencies: rates are units of the currency for one of the company's, valid from their day on. */
final class Currencies {

    private Currencies() {}

    static void install(Database database) {
        Model currencies = database.model("res.currency");
        currencies.byDefault("rounding", env -> 0.01);
        currencies.compute("decimal_places", row -> 2);
        currencies.compute("rate", row -> rate(row, today(row.env())));
        currencies.compute("inverse_rate", row -> 1 / rate(row, today(row.env())));
        currencies.compute("date", row -> latest(row, today(row.env())).time("name"));
        currencies.compute("is_current_company_currency", row -> row.id() == row.env().row("res.company", 1).ref("currency_id"));
        Model rates = database.model("res.currency.rate");
        rates.compute("company_rate", row -> row.num("rate"));
        rates.compute("inverse_company_rate", row -> row.num("rate") == 0 ? 0.0 : 1 / row.num("rate"));
        rates.compute("display_name", row -> LocalDate.ofEpochDay(row.time("name")).toString());
        rates.byDefault("company_id", env -> 1);
    }

    static long today(Env env) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(env.now()), ZoneOffset.UTC).toEpochDay();
    }

    private static Row latest(Row currency, long day) {
        Row found = currency.env().row("res.currency.rate", 0);
        for (Row rate : currency.rows("rate_ids")) {
            if (rate.time("name") <= day && (found.id() == 0 || rate.time("name") > found.time("name"))) {
                found = rate;
            }
        }
        return found;
    }

    static double rate(Row currency, long day) {
        Row found = latest(currency, day);
        return found.id() == 0 ? 1.0 : found.num("rate");
    }

    /** An amount in another currency at a day's rate, not rounded. */
    static double convert(double amount, Row from, Row to, long day) {
        return from.id() == to.id() || from.id() == 0 || to.id() == 0 ? amount : amount * rate(to, day) / rate(from, day);
    }

    /** Rounded half up to cents, as amounts are. */
    static double round(double amount) {
        return java.math.BigDecimal.valueOf(amount).setScale(2, java.math.RoundingMode.HALF_UP).doubleValue();
    }
}
