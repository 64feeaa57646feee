package org.orderbench.demo.wire;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML-RPC method call, read from the wire. Document types and external entities are refused, nesting is bounded.
 *
 * @param parameters Integer, Long, Double, Boolean, String, List and Map; null for {@code <nil/>}
 */
record XmlRpcRequest(String method, List<@Nullable Object> parameters) {

    private static final int DEEPEST = 64;

    /**
     * @throws XMLStreamException if it is not a method call
     */
    static XmlRpcRequest read(InputStream body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(body, "UTF-8");
        String method = "";
        List<@Nullable Object> parameters = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("methodName")) {
                    method = xml.getElementText().strip();
                } else if (xml.getLocalName().equals("value")) {
                    parameters.add(value(xml, 0));
                }
            }
        }
        return new XmlRpcRequest(method, parameters);
    }

    /** Reads from after {@code <value>} to its end tag. */
    private static @Nullable Object value(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested too deeply");
        }
        StringBuilder text = new StringBuilder();
        Object result = null;
        boolean typed = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                typed = true;
                result = typed(xml, depth);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return typed ? result : text.toString();
            }
        }
    }

    private static @Nullable Object typed(XMLStreamReader xml, int depth) throws XMLStreamException {
        try {
            return switch (xml.getLocalName()) {
                case "int", "i4", "i8", "i2", "i1" -> whole(xml.getElementText().strip());
                case "double" -> Double.valueOf(xml.getElementText().strip());
                case "boolean" -> xml.getElementText().strip().equals("1");
                case "string", "dateTime.iso8601", "base64" -> xml.getElementText();
                case "nil" -> {
                    xml.getElementText();
                    yield null;
                }
                case "array" -> array(xml, depth);
                case "struct" -> struct(xml, depth);
                default -> throw new XMLStreamException("unknown type " + xml.getLocalName());
            };
        } catch (NumberFormatException e) {
            throw new XMLStreamException(e);
        }
    }

    private static Object whole(String text) {
        long number = Long.parseLong(text);
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    private static List<@Nullable Object> array(XMLStreamReader xml, int depth) throws XMLStreamException {
        List<@Nullable Object> items = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("value")) {
                items.add(value(xml, depth + 1));
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("array")) {
                return items;
            }
        }
    }

    private static Map<String, @Nullable Object> struct(XMLStreamReader xml, int depth) throws XMLStreamException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        String name = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("name")) {
                name = xml.getElementText();
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("value")) {
                members.put(name, value(xml, depth + 1));
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("struct")) {
                return members;
            }
        }
    }
}
