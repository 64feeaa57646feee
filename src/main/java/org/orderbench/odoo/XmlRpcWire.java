package org.orderbench.odoo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcTransport;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.apache.xmlrpc.serializer.XmlRpcWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML-RPC at {@code /xmlrpc/2/…}: the transport that every supported Odoo has. The Apache client writes and reads the XML; the bytes travel over
 * {@link HttpWire}, and the XML is read by a parser that knows neither DTDs nor entities.
 */
final class XmlRpcWire implements RpcWire {

    private static final Logger LOG = LoggerFactory.getLogger(XmlRpcWire.class);

    private final HttpWire http;

    XmlRpcWire(HttpWire http) {
        this.http = http;
    }

    @Override
    public String address() {
        return http.address();
    }

    @Override
    public Answer invoke(String service, String method, List<?> params) throws OdooException {
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(new XmlRpcClientConfigImpl());
        client.setTypeFactory(new XmlRpcTypes(client));
        Exchange exchange = new Exchange(client, "/xmlrpc/2/" + service);
        client.setTransportFactory(() -> exchange);
        try {
            return new Answer.Value(XmlRpcTypes.fromWire(client.execute(method, params.stream().map(XmlRpcTypes::toWire).toArray())));
        } catch (XmlRpcException e) {
            if (exchange.failure != null) {
                throw exchange.failure;
            }
            if (exchange.fault != null) {
                return exchange.fault;
            }
            throw malformed(e);
        } catch (NumberFormatException | ClassCastException e) {
            throw malformed(e);
        }
    }

    private OdooException malformed(Exception cause) {
        LOG.debug("Unreadable XML-RPC answer", cause);
        return new OdooException(new OdooFailure.Malformed(address(), "not XML-RPC: " + Words.plain(String.valueOf(cause.getMessage()))), cause);
    }

    @Override
    public void close() {
        http.close();
    }

    /** One call on its way; the Apache client asks for one per call. */
    private final class Exchange implements XmlRpcTransport {

        private final XmlRpcClient client;
        private final String path;
        private @Nullable OdooException failure;
        private Answer.@Nullable Fault fault;

        Exchange(XmlRpcClient client, String path) {
            this.client = client;
            this.path = path;
        }

        @Override
        public @Nullable Object sendRequest(XmlRpcRequest request) throws XmlRpcException {
            try {
                HttpReply reply = http.requireOk(path, http.post(path, "text/xml; charset=utf-8", write(request), Map.of()));
                return read(request, reply.body());
            } catch (OdooException e) {
                failure = e;
                throw new XmlRpcException(e.getMessage(), e);
            } catch (SAXException | IOException e) {
                throw new XmlRpcException(e.getMessage(), e);
            }
        }

        private byte[] write(XmlRpcRequest request) throws SAXException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new XmlRpcWriter((XmlRpcClientConfigImpl) request.getConfig(), SafeXml.writer(bytes), client.getTypeFactory()).write(request);
            return bytes.toByteArray();
        }

        private @Nullable Object read(XmlRpcRequest request, byte[] body) throws SAXException, IOException, XmlRpcException {
            ResponseParser parser = new ResponseParser((XmlRpcClientConfigImpl) request.getConfig(), client.getTypeFactory());
            SafeXml.read(new InputSource(new ByteArrayInputStream(body)), parser, http.limits().depth());
            if (parser.isSuccess()) {
                return parser.getResult();
            }
            fault = new Answer.Fault(parser.getErrorCode(), String.valueOf(parser.getErrorMessage()));
            throw new XmlRpcException("fault");
        }
    }

    /** The Apache parser insists on a fault code of type int; Python programs in front of Odoo send text as well. */
    private static final class ResponseParser extends XmlRpcResponseParser {

        ResponseParser(XmlRpcStreamRequestConfig config, TypeFactory types) {
            super(config, types);
        }

        @Override
        protected void addResult(@Nullable Object result) throws SAXException {
            if (!isSuccess() && result instanceof Map<?, ?> fault && !(fault.get("faultCode") instanceof Integer)) {
                String code = String.valueOf(fault.get("faultCode")).strip();
                super.addResult(Map.of("faultCode", code.matches("\\d{1,9}") ? Integer.valueOf(code) : 1, "faultString", String.valueOf(fault.get("faultString"))));
            } else {
                super.addResult(result);
            }
        }
    }
}
