package org.orderbench.demo.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.PythonText;

/** Writes XML-RPC answers, line for line as Odoo's Python does, including what it cannot write. */
final class XmlRpcResponse {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n<methodResponse>\n");

    private XmlRpcResponse() {}

    /** A value for which Python's marshaller raises a TypeError. */
    static final class CannotMarshal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotMarshal(String message) {
            super(message);
        }
    }

    /**
     * @throws CannotMarshal for None, integers over 32 bits and dictionaries with other keys than texts
     */
    static String result(@Nullable Object value) {
        XmlRpcResponse response = new XmlRpcResponse();
        response.out.append("<params>\n<param>\n");
        response.value(value);
        response.out.append("</param>\n</params>\n");
        return response.end();
    }

    static String fault(int code, String text) {
        XmlRpcResponse response = new XmlRpcResponse();
        response.out.append("<fault>\n<value><struct>\n<member>\n<name>faultCode</name>\n<value><int>").append(code)
                .append("</int></value>\n</member>\n<member>\n<name>faultString</name>\n<value><string>");
        response.escaped(text);
        response.out.append("</string></value>\n</member>\n</struct></value>\n</fault>\n");
        return response.end();
    }

    private String end() {
        return out.append("\n</methodResponse>\n").toString();
    }

    private void value(@Nullable Object value) {
        out.append("<value>");
        switch (value) {
            case null -> throw new CannotMarshal("cannot marshal None unless allow_none is enabled");
            case Boolean flag -> out.append("<boolean>").append(flag ? '1' : '0').append("</boolean>");
            case Integer number -> out.append("<int>").append(number).append("</int>");
            case Long number -> throw new CannotMarshal("int exceeds XML-RPC limits: " + number);
            case Double number -> out.append("<double>").append(PythonText.number(number)).append("</double>");
            case List<?> list -> {
                out.append("<array><data>\n");
                list.forEach(this::value);
                out.append("</data></array>");
            }
            case Map<?, ?> map -> struct(map);
            case String text -> {
                out.append("<string>");
                escaped(text);
                out.append("</string>");
            }
            default -> throw new CannotMarshal("cannot marshal " + value + " objects");
        }
        out.append("</value>\n");
    }

    private void struct(Map<?, ?> map) {
        out.append("<struct>\n");
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new CannotMarshal("dictionary key must be string");
            }
            out.append("<member>\n<name>");
            escaped(name);
            out.append("</name>\n");
            value(value);
            out.append("</member>\n");
        });
        out.append("</struct>");
    }

    /** Control characters, which XML cannot hold, are dropped. */
    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                    if (letter >= ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
                        out.append(letter);
                    }
                }
            }
        }
    }
}
