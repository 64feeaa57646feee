package org.orderbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;

/** The demo server in a process of its own. Says its address; at each line that it reads it changes every hundredth record and says how many. */
final class DemoHost {

    /** A field to write for each model that a sync reads by time of change: what is written does not matter, the time of change does. */
    private static final Map<String, Map<String, ?>> TOUCHES = touches();

    private DemoHost() {}

    public static void main(String[] args) throws IOException {
        DemoOptions options = DemoOptions.defaults().version(OdooVersion.valueOf("V" + args[0])).products(Integer.parseInt(args[1])).days(Integer.parseInt(args[2]));
        try (DemoServer server = DemoServer.start(options); BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.url());
            while (in.readLine() != null) {
                System.out.println(change(server));
            }
        }
    }

    private static String change(DemoServer server) {
        List<String> changed = new ArrayList<>();
        TOUCHES.forEach((model, values) -> {
            List<Integer> ids = new ArrayList<>();
            for (Map<String, Object> row : server.admin().searchRead(model, List.of(), "id")) {
                if (row.get("id") instanceof Integer id && id % 100 == 0) {
                    ids.add(id);
                }
            }
            server.admin().write(model, ids, values);
            changed.add(model + "=" + ids.size());
        });
        return String.join(" ", changed);
    }

    private static Map<String, Map<String, ?>> touches() {
        Map<String, Map<String, ?>> touches = new LinkedHashMap<>();
        touches.put("product.product", Map.of("barcode", false));
        touches.put("product.supplierinfo", Map.of("sequence", 1));
        touches.put("stock.quant", Map.of("reserved_quantity", 0.0));
        touches.put("stock.move", Map.of("origin", "changed"));
        touches.put("purchase.order", Map.of("origin", "changed"));
        touches.put("purchase.order.line", Map.of("name", "changed"));
        return touches;
    }
}
