package org.orderbench.demo.seed;

import java.util.List;

/**
 * A vendor. All of them are made up.
 *
 * @param delay     the lead time that it promises, in calendar days
 * @param slip      how many days late it usually is (negative: early)
 * @param spread    how much that varies, in days
 * @param review    it is ordered from every so many days
 */
record Vendor(String name, String city, String country, String currency, int delay, double slip, double spread, int review) {

    static final List<Vendor> ALL = List.of(
            new Vendor("Brookvale Giftware Ltd", "Leeds", "GB", "GBP", 5, 0, 1.2, 7),
            new Vendor("Pennine Paper Co", "Halifax", "GB", "GBP", 4, 0, 1, 7),
            new Vendor("Harrow & Finch Trading", "London", "GB", "GBP", 7, 1, 2, 7),
            new Vendor("Saltmarsh Candles", "Norwich", "GB", "GBP", 10, 2, 3, 7),
            new Vendor("Cotswold Tinware", "Stroud", "GB", "GBP", 8, -1, 1.5, 7),
            new Vendor("Tamar Textiles", "Plymouth", "GB", "GBP", 14, 0, 2, 14),
            new Vendor("Oakley Bros Wholesale", "Birmingham", "GB", "GBP", 3, 0, 0.8, 7),
            new Vendor("Kestrel Stationery Supplies", "Bristol", "GB", "GBP", 6, 1, 2, 7),
            new Vendor("Moorland Pottery Works", "Stoke-on-Trent", "GB", "GBP", 21, 3, 4, 14),
            new Vendor("Lindqvist Hemdesign", "Malmö", "SE", "EUR", 18, 0, 2, 14),
            new Vendor("Kerzenhof Albrecht", "Nürnberg", "DE", "EUR", 12, -1, 1.5, 7),
            new Vendor("Maison Duvallet", "Lyon", "FR", "EUR", 15, 2, 3, 14),
            new Vendor("Van Rijsel Verpakking", "Utrecht", "NL", "EUR", 9, 0, 1.5, 7),
            new Vendor("Bottega Serrani", "Bergamo", "IT", "EUR", 20, 4, 5, 14),
            new Vendor("Zabawki Nowak", "Łódź", "PL", "EUR", 16, 1, 2.5, 14),
            new Vendor("Ceramica Beltrão", "Aveiro", "PT", "EUR", 24, 2, 3, 14),
            new Vendor("Papirna Holub", "Brno", "CZ", "EUR", 14, 0, 2, 14),
            new Vendor("Golden Lotus Crafts", "Moradabad", "IN", "USD", 45, 5, 7, 14),
            new Vendor("Jaipur Block Print Exports", "Jaipur", "IN", "USD", 42, 3, 6, 14),
            new Vendor("Ningbo Brightway Houseware", "Ningbo", "CN", "USD", 50, 2, 6, 14),
            new Vendor("Yiwu Festive Goods", "Yiwu", "CN", "USD", 55, 6, 8, 14),
            new Vendor("Shantou Playtime Toys", "Shantou", "CN", "USD", 60, 4, 7, 14),
            new Vendor("Saigon Basket Weavers", "Ho Chi Minh City", "VN", "USD", 48, 3, 6, 14),
            new Vendor("Anatolia Glass", "Denizli", "TR", "EUR", 28, 2, 4, 14),
            new Vendor("Prairie Home Imports", "Chicago", "US", "USD", 30, 1, 4, 14));
}
