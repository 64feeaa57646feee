package org.orderbench.desktop.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The window's words in one language, by semantic key. Safe for several threads. */
public final class Texts {

    private final ResourceBundle bundle;
    /** Patterns are read once: the grid asks for the same few some thousand times. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Locale locale;
    /** Made when it is first needed: at the start it is not. */
    private @Nullable Said said;

    /** English stands in where a language has no bundle, whatever the machine's own language is. */
    public Texts(Locale locale) {
        this(locale, System.getProperty("os.name", ""));
    }

    /** @param system what Java calls the system: its keys have the names that stand on them there */
    public Texts(Locale locale, String system) {
        this.locale = locale;
        ResourceBundle plain = ResourceBundle.getBundle(
                "org.orderbench.desktop.messages", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.bundle = MacBundle.isMac(system) ? new MacBundle(plain) : plain;
    }

    /** For FXML files, whose {@code %key} is looked up here. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The language that was asked for. */
    public Locale locale() {
        return locale;
    }

    /** What another part wrote in English, in this language as far as its sentences are known; the rest of it as it is. */
    public String said(String english) {
        Said now;
        synchronized (this) {
            now = said == null ? new Said(locale, bundle) : said;
            said = now;
        }
        return now.of(english);
    }

    /**
     * @param values fill {@code {0}}, {@code {1}} …; numbers in the locale's form
     * @throws java.util.MissingResourceException if no bundle has the key, which is a defect that a test finds
     */
    public String get(String key, Object... values) {
        MessageFormat format = formats.computeIfAbsent(key, asked -> new MessageFormat(bundle.getString(asked), locale));
        synchronized (format) {
            return format.format(values);
        }
    }
}
