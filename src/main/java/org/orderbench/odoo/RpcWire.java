package org.orderbench.odoo;

import java.util.List;

/** Odoo's three RPC services ({@code common}, {@code db}, {@code object}) over one protocol. Safe for several threads. */
interface RpcWire extends AutoCloseable {

    String address();

    /** @throws OdooException if no answer came that the protocol allows */
    Answer invoke(String service, String method, List<?> params) throws OdooException;

    @Override
    void close();
}
