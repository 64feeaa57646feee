package org.orderbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** This build's version, filled in by the build. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Orderbench " + number()};
    }

    /** Such as {@code 0.1.0-SNAPSHOT}. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream file = OrderbenchCommand.class.getResourceAsStream("/org/orderbench/version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
