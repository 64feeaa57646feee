package org.orderbench.odoo;

/** A session that knows how its calls travel, and what its server has. */
public interface ConnectedSession extends OdooSession {

    TransportChoice transport();

    /**
     * What the server's models have: asked at the first call and kept with the connection.
     *
     * @throws OdooException if the server cannot be asked; the next call asks again
     */
    Capabilities capabilities() throws OdooException;
}
