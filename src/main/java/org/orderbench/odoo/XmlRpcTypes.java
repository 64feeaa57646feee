package org.orderbench.odoo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.common.XmlRpcController;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.LongParser;
import org.apache.xmlrpc.parser.NullParser;
import org.apache.xmlrpc.parser.TypeParser;
import org.jspecify.annotations.Nullable;

/** Java values to and from XML-RPC: the Apache client's types, with plain {@code <nil/>} and {@code <i8>}, which Python's servers send. */
final class XmlRpcTypes extends TypeFactoryImpl {

    XmlRpcTypes(XmlRpcController controller) {
        super(controller);
    }

    @Override
    public @Nullable TypeParser getParser(XmlRpcStreamConfig config, NamespaceContextImpl context, String uri, String localName) {
        if (uri.isEmpty()) {
            switch (localName) {
                case "nil" -> {
                    return new NullParser();
                }
                case "i8" -> {
                    return new LongParser();
                }
                case "dateTime.iso8601" -> {
                    return null; // Odoo sends date-times as text; anything else would need a guess at the zone
                }
                default -> {}
            }
        }
        return super.getParser(config, context, uri, localName);
    }

    /** What the Apache client can write; control characters that XML does not know are left out. */
    static Object toWire(@Nullable Object value) {
        return switch (value) {
            case null -> throw new IllegalArgumentException("XML-RPC has no null: pass false, which is Odoo's empty value");
            case String text -> text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
            case Long number -> Math.toIntExact(number);
            case BigDecimal number -> number.doubleValue();
            case List<?> list -> list.stream().map(XmlRpcTypes::toWire).toArray();
            case Map<?, ?> map -> {
                Map<String, Object> struct = new LinkedHashMap<>();
                map.forEach((key, each) -> struct.put(String.valueOf(key), toWire(each)));
                yield struct;
            }
            case Integer number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case byte[] bytes -> bytes;
            default -> throw new IllegalArgumentException("XML-RPC has no " + value.getClass().getSimpleName());
        };
    }

    static @Nullable Object fromWire(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Object[] array -> {
                List<@Nullable Object> list = new ArrayList<>(array.length);
                for (Object each : array) {
                    list.add(fromWire(each));
                }
                yield list;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> struct = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((key, each) -> struct.put(String.valueOf(key), fromWire(each)));
                yield struct;
            }
            default -> value;
        };
    }
}
