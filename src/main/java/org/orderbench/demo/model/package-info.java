/**
 * What the models of the demo Odoo do beyond holding their fields: orders, lines, prices, stock, mail, users. One small class a model, each
 * of which registers computed fields, methods and hooks.
 */
@NullMarked
package org.orderbench.demo.model;

import org.jspecify.annotations.NullMarked;
