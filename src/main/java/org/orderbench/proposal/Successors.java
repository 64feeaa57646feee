package org.orderbench.proposal;

import java.util.Map;
import java.util.OptionalInt;

/** Which product succeeds which, as buyers said. Implemented by the cache; each change is journalled. Safe for several threads. */
public interface Successors {

    /** Each product that succeeds one, with its predecessor. */
    Map<Integer, Integer> all();

    /**
     * From the next forecast on the product inherits the predecessor's history.
     *
     * @param predecessorId empty to let it stand for itself again
     * @throws IllegalArgumentException if it would succeed itself, directly or by others
     */
    void say(int productId, OptionalInt predecessorId, String by);
}
