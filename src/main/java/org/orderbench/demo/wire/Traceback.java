package org.orderbench.demo.wire;

import org.orderbench.demo.OdooVersion;

/** The Python traceback that a fault carries. Only its last lines say anything; the rest is there because real ones have it. */
final class Traceback {

    private final OdooVersion version;

    Traceback(OdooVersion version) {
        this.version = version;
    }

    /** Of an exception raised while a method ran over XML-RPC. */
    String ofCall(String exception) {
        String controller = version.atLeast(OdooVersion.V19) ? "/opt/odoo/addons/rpc/controllers/xmlrpc.py" : "/opt/odoo/odoo/addons/base/controllers/rpc.py";
        return "Traceback (most recent call last):\n  File \"" + controller + "\", line 165, in xmlrpc_2\n  File \"" + controller
                + "\", line 139, in _xmlrpc\n  File \"/opt/odoo/odoo/http.py\", line 412, in dispatch_rpc\n"
                + "  File \"/opt/odoo/odoo/service/model.py\", line 58, in dispatch\n" + exception + "\n";
    }

    /** Of an answer that could not be written. */
    String ofMarshalling(String message) {
        String controller = version.atLeast(OdooVersion.V19) ? "/opt/odoo/addons/rpc/controllers/xmlrpc.py" : "/opt/odoo/odoo/addons/base/controllers/rpc.py";
        return "Traceback (most recent call last):\n  File \"" + controller + "\", line 165, in xmlrpc_2\n  File \"" + controller
                + "\", line 140, in _xmlrpc\n  File \"" + controller + "\", line 114, in dumps\n"
                + "  File \"/usr/lib/python3/client.py\", line 514, in dumps\nTypeError: " + message + "\n";
    }

    /** Of a JSON-2 request. */
    String ofRequest(String exception) {
        return "Traceback (most recent call last):\n  File \"/opt/odoo/odoo/http.py\", line 2273, in _serve_db\n"
                + "  File \"/opt/odoo/odoo/service/model.py\", line 184, in retrying\n  File \"/opt/odoo/odoo/http.py\", line 2328, in _serve_ir_http\n"
                + "  File \"/opt/odoo/addons/rpc/controllers/json2.py\", line 86, in web_json_2_rpc\n" + exception + "\n";
    }
}
