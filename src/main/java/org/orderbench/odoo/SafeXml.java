package org.orderbench.odoo;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reading and writing XML without what XML-RPC has no use for: no DTD, so no entities of either kind; bounded depth. */
final class SafeXml {

    /** One level of lists or maps is up to five elements: struct, member, value, array, data. */
    private static final int ELEMENTS_PER_LEVEL = 5;

    private SafeXml() {}

    /** @param levels how deep lists and maps may nest: each costs the handler stack */
    static void read(InputSource input, ContentHandler handler, int levels) throws SAXException, IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("jdk.xml.maxElementDepth", levels * ELEMENTS_PER_LEVEL);
            reader.setContentHandler(handler);
            reader.setErrorHandler(new DefaultHandler()); // throws; the parser's own default prints to standard error
            reader.parse(input);
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    /** Writes UTF-8 with characters beyond the basic plane intact, which the Apache client's own writer breaks in two. */
    static ContentHandler writer(OutputStream out) throws SAXException {
        try {
            SAXTransformerFactory factory = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
            TransformerHandler handler = factory.newTransformerHandler();
            handler.setResult(new StreamResult(out));
            return handler;
        } catch (TransformerConfigurationException e) {
            throw new SAXException(e);
        }
    }
}
