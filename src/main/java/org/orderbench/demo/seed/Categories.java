package org.orderbench.demo.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sorts products into categories by the words of their description. */
final class Categories {

    /** Where nothing fits. */
    static final String OTHER = "Gifts";

    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("Christmas", List.of("christmas", "xmas", "advent", "santa", "reindeer", "snowflake", "bauble", "nativity", "star decoration", "snow"));
        WORDS.put("Bags", List.of("bag", "jumbo", "shopper", "purse", "suitcase", "backpack", "rucksack", "tote"));
        WORDS.put("Lights and candles", List.of("light", "candle", "lantern", "lamp", "t-light", "incense", "chandelier", "holder"));
        WORDS.put("Party", List.of("party", "bunting", "balloon", "garland", "napkin", "paper plate", "paper cup", "cake case", "birthday", "doiley", "doily", "straws"));
        WORDS.put("Kitchen and baking", List.of("cake", "baking", "kitchen", "bowl", "jar", "spoon", "recipe", "apron", "oven", "tea towel", "cutlery", "jelly", "mould", "jug",
                "pantry", "cookie", "chopping", "colander", "whisk", "pan", "egg", "spice", "measuring", "cutter", "grater"));
        WORDS.put("Tableware", List.of("mug", "cup", "saucer", "plate", "teapot", "tea set", "glass", "coaster", "placemat", "bottle", "beaker", "snack box", "lunch box", "tray"));
        WORDS.put("Stationery and craft", List.of("notebook", "pen", "pencil", "card", "wrap", "ribbon", "sticker", "tape", "tissue", "writing", "sketch", "chalk", "craft",
                "sewing", "stamp", "journal", "letter", "gift tag", "envelope", "paper", "blackboard", "memo", "magnet", "clip"));
        WORDS.put("Toys and games", List.of("toy", "game", "doll", "puzzle", "playing", "skipping", "dominoes", "dolly", "jigsaw", "kite", "spinning", "marbles", "baby",
                "children", "girl", "boy", "circus", "robot", "spaceboy", "dinosaur", "soldier", "skittles", "ludo", "croquet", "rocking"));
        WORDS.put("Jewellery and accessories", List.of("necklace", "bracelet", "earring", "ring", "brooch", "hair", "umbrella", "scarf", "hand warmer", "glove", "slipper",
                "mirror", "charm", "locket", "keyring", "key ring", "parasol"));
        WORDS.put("Garden", List.of("garden", "plant", "flower", "bird", "watering", "picnic", "seed", "wicker", "herb", "trellis", "hanging basket", "butterfly"));
        WORDS.put("Home decoration", List.of("heart", "sign", "clock", "frame", "cushion", "vintage", "metal", "wall", "hook", "door", "drawer", "storage", "box", "tin", "basket",
                "rack", "cabinet", "chest", "doormat", "photo", "wood", "ceramic", "decoration", "hanging", "blanket", "quilt", "ornament", "knob", "hot water"));
    }

    private Categories() {}

    static List<String> all() {
        return java.util.stream.Stream.concat(WORDS.keySet().stream(), java.util.stream.Stream.of(OTHER)).toList();
    }

    static String of(String description) {
        String text = description.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> entry : WORDS.entrySet()) {
            if (entry.getValue().stream().anyMatch(text::contains)) {
                return entry.getKey();
            }
        }
        return OTHER;
    }
}
