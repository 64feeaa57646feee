/**
 * A small ORM that answers as Odoo's does: fields and models by version, columns in memory, domains, searches, reads, writes, imports.
 *
 * <p>Knows nothing of HTTP and nothing of purchasing: what a model does beyond its fields is registered from outside
 * ({@link org.orderbench.demo.orm.Model}).
 */
@NullMarked
package org.orderbench.demo.orm;

import org.jspecify.annotations.NullMarked;
