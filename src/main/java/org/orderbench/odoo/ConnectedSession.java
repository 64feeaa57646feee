package org.orderbench.odoo;

/** A session that knows how its calls travel. */
public interface ConnectedSession extends OdooSession {

    TransportChoice transport();
}
