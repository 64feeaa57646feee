package org.orderbench.demo.wire;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.OdooError;

/** One way of calling: reads a request, and says how its answer is written. */
interface Transport {

    /**
     * A request as it came.
     *
     * @param header   the first value of a header, or empty
     * @param snapshot the database's state when it came
     */
    record Request(String verb, String path, UnaryOperator<String> header, byte[] body, long snapshot) {}

    /**
     * What a request asks for.
     *
     * @param model the model, or the name of the service
     * @param work  does it when told to
     */
    record Call(String model, String method, Work work, Encoder encoder) {}

    /** Does what was asked. */
    interface Work {
        /**
         * @throws OdooError as Odoo raises
         */
        @Nullable Object result();
    }

    /** Writes an answer, or a failure. */
    interface Encoder {
        Reply result(@Nullable Object value);

        Reply failure(OdooError error);
    }

    /** Reads a request without doing anything yet. */
    Call parse(Request request);
}
