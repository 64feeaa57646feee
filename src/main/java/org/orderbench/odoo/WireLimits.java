package org.orderbench.odoo;

import java.time.Duration;

/**
 * The bounds within which a server may answer. A server that exceeds one is not trusted to stop by itself.
 *
 * @param connect   how long to wait for the connection
 * @param answer    how long one call may take in all, from sending to the last byte
 * @param bytes     the size of an answer, both on the wire and unpacked
 * @param depth     how deep lists and maps may nest
 */
public record WireLimits(Duration connect, Duration answer, int bytes, int depth) {

    /** For people's networks and Odoo's slowest honest answers: a page of 2,000 rows has 1 to 3 MB. */
    public static final WireLimits USUAL = new WireLimits(Duration.ofSeconds(10), Duration.ofSeconds(120), 64 << 20, 64);
}
