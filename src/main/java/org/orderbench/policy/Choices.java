package org.orderbench.policy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.orderbench.catalog.Sku;

/**
 * What slices can be made of, by name. Vendors and SKUs are those that were proposed before.
 *
 * @param categories full names, those above them included
 * @param vendors    by id
 * @param warehouses by id
 * @param tags       names of Odoo's product tags
 * @param skus       code and name, by SKU
 */
public record Choices(List<String> categories, SortedMap<Integer, String> vendors, SortedMap<Integer, String> warehouses, List<String> tags, Map<Sku, String> skus) {

    public static final Choices NONE = new Choices(List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), Map.of());

    public Choices {
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        skus = Map.copyOf(skus);
    }
}
