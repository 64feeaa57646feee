package org.orderbench.demo;

import java.time.Clock;
import java.time.LocalDate;

/**
 * How a demo server is made.
 *
 * @param version  the Odoo that it is
 * @param port     on loopback; 0 takes any free one
 * @param products how many products; 657 are the real ones, more are variations of them
 * @param days     how many days of demand, ending yesterday
 * @param seed     the same seed, day, products and days give the same company
 * @param secret   the user's password, and API key
 * @param clock    the server's clock
 */
public record DemoOptions(OdooVersion version, int port, int products, int days, long seed, String secret, Clock clock) {

    /** The number of real products. */
    public static final int REAL_PRODUCTS = 657;

    public DemoOptions {
        if (products < 1 || products > 100_000) {
            throw new IllegalArgumentException("The demo server can have 1 to 100000 products, not " + products);
        }
        if (days < 1 || days > 730) {
            throw new IllegalArgumentException("The demo server has 1 to 730 days of demand, not " + days);
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The demo server needs a secret");
        }
    }

    /** Odoo 18, any port, the 657 real products, two years. */
    public static DemoOptions defaults() {
        return new DemoOptions(OdooVersion.V18, 0, REAL_PRODUCTS, 730, 20091201, "demo", Clock.systemUTC());
    }

    public DemoOptions version(OdooVersion other) {
        return new DemoOptions(other, port, products, days, seed, secret, clock);
    }

    public DemoOptions port(int other) {
        return new DemoOptions(version, other, products, days, seed, secret, clock);
    }

    public DemoOptions products(int other) {
        return new DemoOptions(version, port, other, days, seed, secret, clock);
    }

    public DemoOptions days(int other) {
        return new DemoOptions(version, port, products, other, seed, secret, clock);
    }

    public DemoOptions seed(long other) {
        return new DemoOptions(version, port, products, days, other, secret, clock);
    }

    public DemoOptions secret(String other) {
        return new DemoOptions(version, port, products, days, seed, other, clock);
    }

    public DemoOptions clock(Clock other) {
        return new DemoOptions(version, port, products, days, seed, secret, other);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "DemoOptions[" + version + ", port " + port + ", " + products + " products, " + days + " days, seed " + seed + "]";
    }
}
