package org.orderbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.demo.wire.WireClient;

/** What moves between Odoo 17, 18 and 19, and the JSON transports. */
class VersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static DemoServer start(OdooVersion version) {
        return DemoServer.start(DemoOdoo.small().version(version));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    @ParameterizedTest
    @EnumSource
    void fieldsMoveBetweenVersions(OdooVersion version) {
        try (DemoServer server = start(version)) {
            WireClient client = new WireClient(server);
            boolean newest = version == OdooVersion.V19;
            assertThat(fields(client, "purchase.order.line").containsKey("product_uom")).isEqualTo(!newest);
            assertThat(fields(client, "purchase.order.line").containsKey("product_uom_id")).isEqualTo(newest);
            assertThat(fields(client, "product.supplierinfo").containsKey("product_uom_id")).isEqualTo(newest);
            assertThat(fields(client, "uom.uom").containsKey("factor_inv")).isEqualTo(!newest);
            assertThat(fields(client, "stock.warehouse.orderpoint").containsKey("qty_multiple")).isEqualTo(!newest);
            assertThat(fields(client, "product.template").containsKey("is_storable")).isEqualTo(version != OdooVersion.V17);
            assertThat(fields(client, "product.product").containsKey("monthly_demand")).isEqualTo(newest);
            assertThat(fields(client, "res.company").containsKey("po_lead")).isEqualTo(!newest);
        }
    }

    private static Map<?, ?> fields(WireClient client, String model) {
        return (Map<?, ?>) client.call(model, "fields_get", List.of(), Map.of("attributes", List.of("type")));
    }

    @ParameterizedTest
    @EnumSource
    void aDozenHoldsTwelve(OdooVersion version) {
        try (DemoServer server = start(version)) {
            WireClient client = new WireClient(server);
            Map<String, Object> dozen = client.rows("uom.uom", List.of(List.of("name", "=", "Dozens")), "factor").getFirst();
            assertThat((Double) dozen.get("factor")).isEqualTo(version == OdooVersion.V19 ? 12.0 : 1 / 12.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonRpcGivesTheSameValuesAsXmlRpc(OdooVersion version) throws Exception {
        try (DemoServer server = start(version)) {
            WireClient client = new WireClient(server);
            List<Map<String, Object>> rows = client.rows("product.supplierinfo", List.of(List.of("id", "<", 20)), "partner_id", "price", "delay", "date_start");
            String call = JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 7, "method", "call", "params", Map.of("service", "object", "method", "execute_kw", "args",
                    List.of("demo", client.uid(), "demo", "product.supplierinfo", "search_read", List.of(List.of(List.of("id", "<", 20))),
                            Map.of("fields", List.of("partner_id", "price", "delay", "date_start"), "order", "id")))));
            JsonNode answer = json(client.post("/jsonrpc", "application/json", call));
            assertThat(answer.get("id").asInt()).isEqualTo(7);
            assertThat(JSON.convertValue(answer.get("result"), Object.class)).isEqualTo(rows);
        }
    }

    @Test
    void jsonRpcTellsErrorsInTheBody() throws Exception {
        try (DemoServer server = start(OdooVersion.V18)) {
            WireClient client = new WireClient(server);
            String call = JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "params", Map.of("service", "object", "method", "execute_kw", "args",
                    List.of("demo", client.uid(), "demo", "ir.model.data", "search_count", List.of(List.of())))));
            HttpResponse<String> response = client.post("/jsonrpc", "application/json", call);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).at("/error/data/name").asText()).isEqualTo("odoo.exceptions.AccessError");
            String wrong = call.replace("\"demo\",\"ir.model.data\"", "\"nope\",\"ir.model.data\"");
            assertThat(json(client.post("/jsonrpc", "application/json", wrong)).at("/error/data/name").asText()).isEqualTo("odoo.exceptions.AccessDenied");
        }
    }

    @Test
    void json2ExistsFrom19() {
        try (DemoServer server = start(OdooVersion.V18)) {
            WireClient client = new WireClient(server);
            assertThat(client.post("/json/2/res.users/context_get", "application/json", "{}", "Authorization", "bearer demo").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void json2CreatesAListAndSortsIdsFromArguments() throws Exception {
        try (DemoServer server = start(OdooVersion.V19)) {
            WireClient client = new WireClient(server);
            int vendor = (Integer) client.rows("res.partner", List.of(List.of("supplier_rank", ">", 0)), "name").getFirst().get("id");
            String body = "{\"vals_list\": {\"partner_id\": " + vendor + "}}";
            JsonNode ids = json(client.post("/json/2/purchase.order/create", "application/json", body, "Authorization", "bearer demo"));
            assertThat(ids.isArray()).isTrue();
            assertThat(client.call("purchase.order", "create", List.of(Map.of("partner_id", vendor)), Map.of())).isInstanceOf(Integer.class);
            HttpResponse<String> written = client.post("/json/2/purchase.order/write", "application/json", "{\"ids\": " + ids + ", \"vals\": {\"origin\": \"x\"}}", "Authorization", "bearer demo");
            assertThat(written.body()).isEqualTo("true");
            assertThat(client.rows("purchase.order", List.of(List.of("origin", "=", "x")), "id")).hasSize(1);
        }
    }

    @Test
    void theVersionIsToldWithoutSignIn() throws Exception {
        try (DemoServer server = start(OdooVersion.V19); HttpClient http = HttpClient.newHttpClient()) {
            for (String path : List.of("/web/version", "/json/version")) {
                HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(json(response).get("version").asText()).isEqualTo("19.0");
            }
        }
    }

    @Test
    void aDocumentTypeInARequestIsNotFollowed() {
        try (DemoServer server = start(OdooVersion.V18)) {
            WireClient client = new WireClient(server);
            String body = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><methodCall><methodName>version</methodName><params>"
                    + "<param><value><string>&x;</string></value></param></params></methodCall>";
            assertThat(client.post("/xmlrpc/2/common", "text/xml", body).body()).contains("<fault>").doesNotContain("root:");
        }
    }
}
