package org.orderbench.demo;

/** An Odoo series that the demo server can be. */
public enum OdooVersion {
    V17(17, "17.0-20250702"),
    V18(18, "18.0-20250702"),
    V19(19, "19.0-20251120");

    private final int major;
    private final String build;

    OdooVersion(int major, String build) {
        this.major = major;
        this.build = build;
    }

    public int major() {
        return major;
    }

    /** {@code server_version}. */
    public String build() {
        return build;
    }

    /** {@code server_serie}. */
    public String series() {
        return major + ".0";
    }

    public boolean atLeast(OdooVersion other) {
        return compareTo(other) >= 0;
    }

    /**
     * @throws IllegalArgumentException if the demo server cannot be that version
     */
    public static OdooVersion of(int major) {
        for (OdooVersion version : values()) {
            if (version.major == major) {
                return version;
            }
        }
        throw new IllegalArgumentException("The demo server can be Odoo 17, 18 or 19, not " + major);
    }
}
