/**
 * An Odoo stand-in: a real HTTP server on loopback with a small ORM, seeded with real demand.
 *
 * <p>It imitates what real servers were seen to do, quirks included, so that the program can be tried and tested without one. Only the
 * wiring, the command line and tests see it, and it sees nothing of them.
 */
@NullMarked
package org.orderbench.demo;

import org.jspecify.annotations.NullMarked;
