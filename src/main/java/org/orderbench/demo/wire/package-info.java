/**
 * The demo Odoo's way onto the network: HTTP, XML-RPC, JSON-RPC and JSON-2, with the bytes, statuses and faults of a real server, and the
 * faults that a test asks for.
 */
@NullMarked
package org.orderbench.demo.wire;

import org.jspecify.annotations.NullMarked;
