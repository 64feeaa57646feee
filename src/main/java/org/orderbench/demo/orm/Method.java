package org.orderbench.demo.orm;

import org.jspecify.annotations.Nullable;

/**
 * A method that clients may call.
 *
 * @param writes whether it may change data
 */
public record Method(String name, Signature signature, boolean writes, Body body) {

    /** What the method does. The answer is a wire value; null is Python's None. */
    public interface Body {
        @Nullable Object call(Env env, Model model, Arguments arguments);
    }
}
