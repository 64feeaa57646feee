package org.orderbench.demo.seed;

import java.util.Locale;

/** EAN-13 codes from the range that shops keep for themselves. */
final class Barcodes {

    private Barcodes() {}

    static String ean(int number) {
        String digits = String.format(Locale.ROOT, "20%010d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 1 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
