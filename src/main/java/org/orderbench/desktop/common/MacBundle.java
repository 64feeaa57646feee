package org.orderbench.desktop.common;

import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A bundle whose words name keys as a Mac has them: ⌘ where other systems have Ctrl, ⌥ where they have Alt. */
final class MacBundle extends ResourceBundle {

    private static final Pattern CONTROL = Pattern.compile("\\b(?:Ctrl|Strg)[+ ]");
    private static final Pattern ALT = Pattern.compile("\\bAlt[+ ]");

    private final ResourceBundle plain;

    MacBundle(ResourceBundle plain) {
        this.plain = plain;
    }

    /** @param system what Java calls the system */
    static boolean isMac(String system) {
        return system.startsWith("Mac");
    }

    @Override
    protected Object handleGetObject(String key) {
        return ALT.matcher(CONTROL.matcher(plain.getString(key)).replaceAll("⌘")).replaceAll("⌥");
    }

    @Override
    public Enumeration<String> getKeys() {
        return plain.getKeys();
    }
}
