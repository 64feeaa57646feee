"""A buyer's scenario over Debian's python3-odoorpc and over xmlrpc.client: sign in, browse, search, write. Prints "done" at its end."""
import sys
import xmlrpc.client

import odoorpc

port, version = int(sys.argv[1]), sys.argv[2]
odoo = odoorpc.ODOO("127.0.0.1", port=port, timeout=60)
assert odoo.version.startswith(version), odoo.version
odoo.login("demo", "buyer", "demo")
assert odoo.env.user.login == "buyer"

Product = odoo.env["product.product"]
Order = odoo.env["purchase.order"]
found = Product.search([("default_code", "!=", False)], limit=3)
assert len(found) == 3
for product in Product.browse(found):
    assert product.name and product.uom_id.name
price = odoo.env["product.supplierinfo"].search_read([("product_tmpl_id.active", "=", True)], ["partner_id", "product_tmpl_id"], limit=1)[0]
product = Product.search([("product_tmpl_id", "=", price["product_tmpl_id"][0])])[0]

made = Order.create({"partner_id": price["partner_id"][0], "order_line": [(0, 0, {"product_id": product, "product_qty": 3})]})
order = Order.browse(made)
assert order.state == "draft" and order.order_line[0].product_qty == 3, order.state
order.origin = "stranger"
assert Order.browse(made).origin == "stranger"
Order.button_confirm([made])
assert Order.browse(made).state == "purchase"

loaded = Order.load(["id", "partner_id/.id"], [["orderbench.stranger", str(price["partner_id"][0])]])
assert loaded["messages"] == [], loaded
try:
    Order.unlink(loaded["ids"])
    raise AssertionError("A draft was deleted")
except odoorpc.error.RPCError as refused:
    assert "you must cancel it first" in str(refused), refused
Order.button_cancel(loaded["ids"])
Order.unlink(loaded["ids"])
assert Order.search_count([("id", "in", loaded["ids"])]) == 0
odoo.logout()

url = "http://127.0.0.1:%d/xmlrpc/2/" % port
uid = xmlrpc.client.ServerProxy(url + "common").authenticate("demo", "buyer", "demo", {})
models = xmlrpc.client.ServerProxy(url + "object")


def call(model, method, *args, **named):
    return models.execute_kw("demo", uid, "demo", model, method, list(args), named)


assert call("purchase.order", "read", [made], fields=["state"]) == [{"id": made, "state": "purchase"}]
draft = call("purchase.order", "create", {"partner_id": price["partner_id"][0]})
try:
    call("purchase.order", "button_cancel", [draft])
    raise AssertionError("None was marshalled")
except xmlrpc.client.Fault as fault:
    assert fault.faultCode == 1 and "cannot marshal None" in fault.faultString
assert call("purchase.order", "search_count", [["id", "=", draft], ["state", "=", "cancel"]]) == 1
assert call("purchase.order", "unlink", [draft]) is True
print("done")
