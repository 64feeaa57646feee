package org.orderbench.update;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A version's number: up to four whole numbers between dots, compared number by number. A snapshot comes before the release that it leads to.
 *
 * @param text as it was written
 */
public record Release(String text) implements Comparable<Release> {

    private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}(-SNAPSHOT)?");

    /** @throws IllegalArgumentException if the text is no such number */
    public Release {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no version number, such as 1.4.2");
        }
    }

    @Override
    public int compareTo(Release other) {
        int byNumbers = Arrays.compare(numbers(), other.numbers());
        return byNumbers != 0 ? byNumbers : Boolean.compare(!snapshot(), !other.snapshot());
    }

    private boolean snapshot() {
        return text.endsWith("-SNAPSHOT");
    }

    private int[] numbers() {
        String[] parts = text.replace("-SNAPSHOT", "").split("\\.", -1);
        int[] numbers = new int[4];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Release release && compareTo(release) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers()) * 2 + (snapshot() ? 1 : 0);
    }
}
