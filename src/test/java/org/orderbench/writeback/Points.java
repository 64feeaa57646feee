package org.orderbench.writeback;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Every point at which a process can die or the world can change: before and after each call to the store and to Odoo. */
final class Points {

    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String at) {
            super(at, null, false, false);
        }
    }

    interface Happening {
        void at(int point, String name);
    }

    private final Happening happening;
    private final ThreadLocal<String> lastMove = ThreadLocal.withInitial(() -> "");
    private int count;
    final List<String> names = new ArrayList<>();

    Points(Happening happening) {
        this.happening = happening;
    }

    /** Dies at one point, and so does every thread of it from then on; 0 never. */
    static Points crashAt(int at) {
        return new Points((point, name) -> {
            if (at > 0 && point >= at) {
                throw new Crash(name);
            }
        });
    }

    /** The same, and dies at one point. */
    Points andCrashAt(int at) {
        return new Points((point, name) -> {
            if (point >= at) {
                throw new Crash(name);
            }
            happening.at(point, name);
        });
    }

    <T> T around(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.isDefault()) {
                return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, args);
            }
            point("before " + method.getName() + moved(args));
            try {
                Object result = method.invoke(target, args);
                String moved = moved(args);
                if (!moved.isEmpty()) {
                    lastMove.set(moved);
                }
                // what is kept together is on disk when the whole is, and is called after its last move
                point("after " + method.getName() + (method.getName().equals("together") ? lastMove.get() : moved));
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** The state that a move leads to, where it is one. */
    private static String moved(Object[] args) {
        return args != null && args.length == 4 && args[2] instanceof OutboxState to ? " " + to : "";
    }

    private void point(String name) {
        int here;
        synchronized (names) {
            names.add(name);
            here = ++count;
        }
        happening.at(here, name);
    }

    int count() {
        return count;
    }
}
